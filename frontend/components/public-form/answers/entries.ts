import type { Question } from '../form';
import { nameOf } from './names';
import { newRow, partsOf, type Entry, type Typed } from './typed';

const MOST_ROWS = 500;

type Named = Iterable<readonly [string, unknown]>;

/**
 * The answers that named texts stand for: the controls of a page that nobody's script has touched
 * yet, a form that was sent without script, or the query of a link. Keys: `email`, `address.city`,
 * `lines.0.part`. What is no text, such as a file, is left out.
 */
export function typedFrom(questions: readonly Question[], entries: Named): Typed {
  const texts = new Map<string, string[]>();
  for (const [name, value] of entries)
    if (typeof value === 'string') texts.set(name, [...(texts.get(name) ?? []), value]);
  return read(questions, texts, '');
}

function read(
  questions: readonly Question[],
  texts: ReadonlyMap<string, string[]>,
  parent: string,
): Typed {
  const entries = questions.flatMap((question) => {
    const entry = entryOf(question, texts, nameOf(parent, question.key));
    return entry === undefined ? [] : [[question.key, entry] as const];
  });
  return Object.fromEntries(entries);
}

function entryOf(
  question: Question,
  texts: ReadonlyMap<string, string[]>,
  name: string,
): Entry | undefined {
  if (question.kind === 'calculated' || question.kind === 'file') return undefined;
  if (question.kind === 'group') {
    const rows = indexes(texts, name).map((index) =>
      newRow(read(question.questions ?? [], texts, nameOf(name, index))),
    );
    return rows.length > 0 ? rows : undefined;
  }
  const parts = partsOf(question.kind);
  if (parts.length > 0) {
    const given = parts.flatMap((part) => {
      const text = texts.get(nameOf(name, part))?.[0];
      return text ? [[part, text] as const] : [];
    });
    return given.length > 0 ? Object.fromEntries(given) : undefined;
  }
  const given = texts.get(name);
  return question.kind === 'choices' ? given?.filter((text) => text !== '') : given?.[0];
}

/** The rows that are named, in order; gaps are closed. */
function indexes(texts: ReadonlyMap<string, string[]>, name: string): number[] {
  const found = new Set<number>();
  for (const each of texts.keys()) {
    const index = each.startsWith(`${name}.`) ? /^\d{1,4}/.exec(each.slice(name.length + 1)) : null;
    if (index) found.add(Number(index[0]));
  }
  return [...found].sort((a, b) => a - b).slice(0, MOST_ROWS);
}

/** The answers that a link brings along. Nothing sensitive comes by a link: links are kept and shared. */
export function fromLink(questions: readonly Question[], query: Named): Typed {
  const renamed = questions.map((question) =>
    question.kind === 'hidden' && question.query ? { ...question, key: question.query } : question,
  );
  const typed = typedFrom(
    renamed.filter(
      ({ sensitive, kind }) => !sensitive && kind !== 'signature' && kind !== 'consent',
    ),
    query,
  );
  return Object.fromEntries(
    questions.flatMap(({ key }, index) => {
      const entry = typed[renamed[index]?.key ?? key];
      return entry === undefined ? [] : [[key, entry] as const];
    }),
  );
}
