import type { Form, Question } from '../form';
import { UNKNOWN, type Expressions, type Scope } from '../expressions/expressions';
import { dataOf, type Data } from './data';
import { nameOf } from './names';
import { rowsOf, type Typed } from './typed';

/** Which questions are asked with the answers there are, and what is sent for them. */
export type Asking = {
  data: Data;
  /** Paths of the questions that are not asked: `note`, `lines.0.part`. */
  hidden: ReadonlySet<string>;
  /** Numbers of the pages that are not asked. */
  hiddenPages: ReadonlySet<number>;
  /** What the calculated questions give, by path. */
  calculated: ReadonlyMap<string, unknown>;
};

type Judge = (source: string | null | undefined, scope: Scope) => boolean;

/** How often conditions are asked anew because an answer that they see is itself not asked. */
const MOST_ROUNDS = 10;

/** Without an evaluator everything is asked, unless the server said that it is not. */
export function askingOf(
  form: Form,
  typed: Typed,
  expressions: Expressions | null,
  saidHidden: ReadonlySet<string> = new Set(),
): Asking {
  const { questions, language } = form;
  let hidden: ReadonlySet<string> = saidHidden;
  let data = read(hidden);
  let hiddenPages: ReadonlySet<number> = new Set();
  function read(without: ReadonlySet<string>): Data {
    return dataOf(questions, typed, { language, asked: (_, path) => !without.has(path) });
  }
  if (expressions !== null) {
    const judge: Judge = (source, scope) =>
      !source || expressions.evaluate(source, scope) !== false;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const pages = pagesNotAsked(form, judge, data);
      const next = new Set([...notAsked(form, typed, judge, data), ...onPages(form, pages)]);
      const same = sameSet(next, hidden) && sameSet(pages, hiddenPages);
      hidden = next;
      hiddenPages = pages;
      data = read(hidden);
      if (same) break;
    }
  }
  const calculated = expressions ? calculate(questions, typed, data, hidden, expressions) : NONE;
  return { data, hidden, hiddenPages, calculated };
}

const NONE: ReadonlyMap<string, unknown> = new Map();

function pagesNotAsked({ pages }: Form, judge: Judge, input: Data): Set<number> {
  return new Set(pages.flatMap(({ show_if }, index) => (judge(show_if, { input }) ? [] : [index])));
}

function onPages({ pages }: Form, hidden: ReadonlySet<number>): string[] {
  return pages.flatMap(({ questions }, index) => (hidden.has(index) ? questions : []));
}

function notAsked({ questions }: Form, typed: Typed, judge: Judge, input: Data): string[] {
  return questions.flatMap((question) => {
    if (!judge(question.show_if, { input })) return [question.key];
    if (question.kind !== 'group') return [];
    const inner = (question.questions ?? []).filter(({ show_if }) => show_if);
    const sent = input[question.key];
    return rowsOf(typed[question.key]).flatMap((_, index) => {
      const row = ((Array.isArray(sent) ? sent[index] : undefined) ?? {}) as Data;
      return inner
        .filter(({ show_if }) => !judge(show_if, { input, row }))
        .map(({ key }) => nameOf(nameOf(question.key, index), key));
    });
  });
}

function calculate(
  questions: readonly Question[],
  typed: Typed,
  input: Data,
  hidden: ReadonlySet<string>,
  expressions: Expressions,
): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const note = (question: Question, path: string, scope: Scope) => {
    if (question.kind !== 'calculated' || !question.value || hidden.has(path)) return;
    const value = expressions.evaluate(question.value, scope);
    if (value !== UNKNOWN) found.set(path, value);
  };
  for (const question of questions) {
    note(question, question.key, { input });
    const sent = input[question.key];
    if (question.kind !== 'group' || !Array.isArray(sent)) continue;
    rowsOf(typed[question.key]).forEach((_, index) => {
      const row = (sent[index] ?? {}) as Data;
      for (const inner of question.questions ?? [])
        note(inner, nameOf(nameOf(question.key, index), inner.key), { input, row });
    });
  }
  return found;
}

function sameSet<Value>(one: ReadonlySet<Value>, other: ReadonlySet<Value>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
