import { folded, length } from '../clean';
import { fault, type Answer, type Fault, type Schema, type VerdictQuestion } from '../form';

/** The code that a text means; where it could mean two, only the exact one counts. */
export function codeOf(text: string, codes: readonly string[], kind: string): Answer {
  if (codes.includes(text)) return { value: text };
  const meant = folded(text);
  const alike = codes.filter((code) => folded(code) === meant);
  return alike.length === 1 && alike[0] !== undefined ? { value: alike[0] } : fault(kind);
}

export function choiceAnswer(value: unknown, question: VerdictQuestion): Answer {
  if (typeof value !== 'string') return fault('text');
  if (question.live) return liveAnswer(value);
  const codes = (question.choices ?? []).map((choice) => choice.value);
  return codeOf(value, codes, question.kind === 'country' ? 'country' : 'choice');
}

function liveAnswer(value: string): Answer {
  if (value === '') return fault('needed');
  if (length(value) > 200) return fault('too_long', { count: 200 });
  return { value, doubt: 'choices' };
}

export function choicesAnswer(value: unknown, question: VerdictQuestion, schema: Schema): Answer {
  return listAnswer(value, schema, (each) => choiceAnswer(each, question));
}

const UUID = /^([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})$/;

export const filesAnswer = (value: unknown, schema: Schema): Answer =>
  listAnswer(value, schema, fileOf);

function fileOf(value: unknown): Answer {
  const text = typeof value === 'string' ? value.toLowerCase() : '';
  const found = UUID.exec(text.replace(/^urn:uuid:/, '').replace(/^\{(.*)\}$/, '$1'));
  return found ? { value: found.slice(1).join('-') } : fault('file');
}

/** A list of which each is once, as the server goes through it. */
function listAnswer(value: unknown, schema: Schema, read: (each: unknown) => Answer): Answer {
  if (!Array.isArray(value)) return fault('list');
  const [least, most] = [Number(schema.minItems ?? 1), Number(schema.maxItems ?? value.length)];
  if (value.length > most) return fault('too_many', { count: most });
  const found = value.map(read);
  const faults = found.flatMap((each, index) =>
    (each.faults ?? []).map((one): Fault => ({ ...one, at: [index, ...one.at] })),
  );
  if (faults.length > 0) return { faults };
  if (value.length < least)
    return least === 1 ? fault('needed') : fault('too_few', { count: least });
  const values = found.map((each) => String(each.value));
  if (new Set(values).size < values.length) return fault('twice');
  const doubt = found.find((each) => each.doubt)?.doubt;
  return { value: values, ...(doubt && { doubt }) };
}
