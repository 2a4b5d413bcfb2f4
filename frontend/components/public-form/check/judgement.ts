import { dataOf, withoutPaths, type Data } from '../answers/data';
import type { Typed } from '../answers/typed';
import type { Expressions } from '../cel';
import type { Form, Issue } from '../form';
import type { verdict } from '../verdict';

export type Judge = { verdict: typeof verdict; expressions: Expressions | null };

/** What becomes of the answers as far as a browser can tell: the server judges them again. */
export type Judgement = {
  /** What is sent: of the questions that are asked, those that were answered. */
  data: Data;
  /** Paths of the questions that are not asked: `note`, `lines.0.part`. */
  hidden: ReadonlySet<string>;
  /** Numbers of the pages on which nothing is asked. */
  hiddenPages: ReadonlySet<number>;
  /** What the calculated questions give, by path. */
  calculated: ReadonlyMap<string, unknown>;
  /** What is wrong, in the order of the form. */
  issues: Issue[];
};

/** What the server said of a form with conditions, as far as it was heard. */
export type Said = { hidden: ReadonlySet<string>; calculated: ReadonlyMap<string, unknown> };

/**
 * Without expressions everything is asked, unless the server said that it is not. Without a judge
 * nothing is wrong yet.
 */
export function judgementOf(form: Form, typed: Typed, judge: Judge | null, said: Said): Judgement {
  const { questions, language } = form;
  const heard = judge?.expressions ? NOTHING : said;
  const answers = dataOf(questions, typed, { language, asked: () => true });
  const all = withoutPaths(answers, heard.hidden);
  if (judge === null)
    return { data: all, ...heard, hiddenPages: pagesWithin(form, heard.hidden), issues: [] };
  const judged = (data: Data) => judge.verdict(form, data, judge.expressions);
  const first = judged(all);
  const hidden = new Set([...heard.hidden, ...first.hidden]);
  const data = withoutPaths(all, hidden);
  // An answer from before its question was hidden is not sent, so nothing is wrong with it.
  const found = first.hidden.length > 0 ? judged(data) : first;
  return {
    data,
    hidden,
    hiddenPages: pagesWithin(form, hidden),
    calculated: new Map([...heard.calculated, ...Object.entries(found.calculated)]),
    issues: found.errors.filter(({ field }) => !heard.hidden.has(field)),
  };
}

const NOTHING: Said = { hidden: new Set(), calculated: new Map() };

function pagesWithin({ pages }: Form, hidden: ReadonlySet<string>): ReadonlySet<number> {
  return new Set(
    pages.flatMap(({ questions }, index) =>
      questions.length > 0 && questions.every((key) => hidden.has(key)) ? [index] : [],
    ),
  );
}
