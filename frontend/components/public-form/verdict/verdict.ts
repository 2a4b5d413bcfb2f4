import type { Expressions } from '../cel/evaluate';
import { answerOf, schemaOf } from './answer';
import { isAbsent } from './clean';
import type { Doubt, Fault, Json, Path, VerdictForm, VerdictQuestion } from './form';
import { isRecord } from './form';
import { holdAll, compute, Known } from './scope';
import { sentenceOf } from './sentences';

export type Verdict = {
  /** At most one for each `field`, such as `lines.0.part` or `address.city`. */
  errors: { field: string; code: string; message: string }[];
  /** The questions that are not asked with these answers. */
  hidden: string[];
  /** What the form works out itself. */
  calculated: Record<string, Json>;
  /** Whether the server may find more: it judges what the browser cannot. */
  unknown: boolean;
  /** What only the server decides, and why. */
  doubts: { field: string; why: Doubt }[];
};

/**
 * What the server will say of these answers, in the order in which it does: from top to bottom, a
 * condition on the answers above it, rules last and only when nothing else is wrong. `data` is what
 * would be sent. Without `expressions` every condition, rule and calculation is left to the server.
 */
export function verdict(
  form: VerdictForm,
  data: unknown,
  expressions?: Expressions | null,
): Verdict {
  const judging = new Judging(form, expressions ?? null);
  judging.all(data);
  return judging.verdict();
}

/** What a question is judged within: all answers, or one row of a group. */
type Place = { at: Path; data: Record<string, unknown>; known: Known; schema: unknown };

class Judging {
  private faults: Fault[] = [];
  private readonly hidden: Path[] = [];
  private readonly calculated: { at: Path; value: Json }[] = [];
  private readonly doubts: { at: Path; why: Doubt }[] = [];
  private readonly input = new Known();

  constructor(
    private readonly form: VerdictForm,
    private readonly expressions: Expressions | null,
  ) {}

  all(data: unknown): void {
    if (!isRecord(data)) {
      this.faults.push({ at: [], code: 'group' });
      return;
    }
    const place = { at: [], data, known: this.input, schema: this.form.json_schema };
    const pages = new Map(
      this.form.pages.flatMap(({ questions, show_if }) =>
        questions.map((key) => [key, show_if ? [show_if] : []] as const),
      ),
    );
    for (const question of this.form.questions)
      this.question(question, place, pages.get(question.key) ?? []);
    this.exceptExtra(data, this.form.questions, []);
    if (this.faults.length === 0) this.rules();
  }

  verdict(): Verdict {
    const told = this.faults.filter(({ code }) => code !== 'calculated');
    const language = this.form.language ?? 'en';
    const errors = new Map<string, Verdict['errors'][number]>();
    for (const fault of told.length > 0 ? told : this.faults) {
      const field = fault.at.join('.');
      if (errors.has(field)) continue;
      const message = sentenceOf(fault, this.form.words, language);
      errors.set(field, { field, code: fault.code, message });
    }
    return {
      errors: [...errors.values()],
      hidden: this.hidden.map((at) => at.join('.')),
      calculated: Object.fromEntries(this.calculated.map(({ at, value }) => [at.join('.'), value])),
      unknown: this.doubts.length > 0,
      doubts: this.doubts.map(({ at, why }) => ({ field: at.join('.'), why })),
    };
  }

  private question(question: VerdictQuestion, place: Place, ofPage: readonly string[]): void {
    const { key, show_if } = question;
    const at = [...place.at, key];
    const sent = place.data[key];
    const conditions = [...ofPage, ...(show_if ? [show_if] : [])];
    place.known.expect(question);
    const asked = holdAll(conditions, this.seen(place), this.expressions);
    if (asked === undefined) return this.doubt(at, 'expression', question, place);
    if (!asked) {
      this.hidden.push(at);
      if (question.kind === 'calculated') {
        if (!show_if) place.known.unsure.add(key); // whether it may be absent is not told
        if (!isAbsent(sent)) this.fault(at, 'computed');
      } else if (!isAbsent(sent)) this.fault(at, 'not_asked');
      return;
    }
    if (question.kind === 'calculated') this.calculation(question, place, sent, at);
    else if (question.kind === 'group') this.group(question, place, sent, at);
    else this.answer(question, place, sent, at);
  }

  private answer(question: VerdictQuestion, place: Place, sent: unknown, at: Path): void {
    const found = answerOf(sent, question, schemaOf(place.schema, question.key), {
      optional: question.required === false,
      language: this.form.language ?? 'en',
    });
    if (found.faults && found.doubt) this.doubts.push({ at, why: found.doubt });
    if (found.faults)
      this.faults.push(...found.faults.map((one) => ({ ...one, at: [...at, ...one.at] })));
    else if (found.value === undefined) this.doubt(at, found.doubt, question, place);
    else {
      if (found.doubt) this.doubts.push({ at, why: found.doubt });
      if (found.doubt) place.known.unsure.add(question.key);
      place.known.keep(question, found.value);
    }
  }

  private calculation(question: VerdictQuestion, place: Place, sent: unknown, at: Path): void {
    const found = question.value
      ? compute(question.value, this.seen(place), this.expressions)
      : 'unknown';
    if (found === 'unknown') return this.doubt(at, 'expression', question, place);
    if (found === 'failed') {
      place.known.unsure.add(question.key);
      return this.fault(at, 'calculated');
    }
    const { value: made } = found;
    const value = question.type === 'decimal' && made !== null ? String(made) : made;
    if (value !== null) this.calculated.push({ at, value });
    place.known.values[question.key] = value;
    if (!isAbsent(sent) && sent !== value) this.fault(at, 'computed');
  }

  private group(question: VerdictQuestion, place: Place, sent: unknown, at: Path): void {
    if (isAbsent(sent)) {
      if (question.required !== false) this.fault(at, 'needed');
      return;
    }
    if (!Array.isArray(sent)) return this.fault(at, 'list');
    const schema = schemaOf(place.schema, question.key);
    const before = this.faults.length;
    const doubts = this.doubts.length;
    const rows: Record<string, Json>[] = [];
    const most = Number(question.maximum ?? sent.length);
    for (const [index, row] of sent.entries()) {
      rows.push(this.row(question, row, [...at, index], schema.items));
      if (index >= most) {
        this.faults.length = before; // the server stops here and says nothing else of the rows
        return this.fault(at, 'too_many', { count: most });
      }
    }
    const [doubted] = this.doubts.slice(doubts);
    if (doubted) place.known.unsure.add(question.key);
    if (this.faults.length > before) return;
    const least = Math.max(Number(question.minimum ?? 0), 1);
    if (sent.length < least) {
      // The server says so only where it finds nothing wrong in the rows.
      if (doubted) return this.doubt(at, doubted.why, question, place);
      return this.fault(at, 'too_few', { count: least });
    }
    place.known.keep(question, rows);
  }

  private row(question: VerdictQuestion, row: unknown, at: Path, schema: unknown) {
    const known = new Known();
    if (!isRecord(row)) this.fault(at, 'group');
    else {
      const questions = question.questions ?? [];
      for (const each of questions) this.question(each, { at, data: row, known, schema }, []);
      this.exceptExtra(row, questions, at);
    }
    return known.values;
  }

  private rules(): void {
    const hidden = new Set(this.hidden.filter(({ length }) => length === 1).map(([key]) => key));
    for (const { check, message, question } of this.form.rules) {
      if (!question || hidden.has(question)) continue;
      const found = compute(check, { input: this.input }, this.expressions);
      if (found === 'unknown') this.doubts.push({ at: [question], why: 'expression' });
      else if (found === 'failed' || found.value !== true)
        this.faults.push({ at: [question], code: 'rule', own: message });
    }
  }

  private exceptExtra(data: object, questions: readonly VerdictQuestion[], at: Path): void {
    const keys = new Set(questions.map(({ key }) => key));
    for (const key of Object.keys(data)) if (!keys.has(key)) this.fault([...at, key], 'unknown');
  }

  private seen({ known }: Place) {
    return known === this.input ? { input: known } : { input: this.input, row: known };
  }

  private doubt(at: Path, why: Doubt, { key }: VerdictQuestion, { known }: Place): void {
    this.doubts.push({ at, why });
    known.unsure.add(key);
  }

  private fault(at: Path, code: string, values?: Record<string, unknown>): void {
    this.faults.push({ at, code, ...(values && { values }) });
  }
}
