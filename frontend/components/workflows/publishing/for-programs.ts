import { inWords, record } from '../parts/definition';

/** What programs that submit must change, by the labels of the questions. */
export type ForPrograms = { required: string[]; removed: string[]; kinds: string[] };

/** Kinds that nobody has to answer unless the definition says so, or that nobody sends. */
const OPTIONAL = new Set(['hidden', 'calculated']);

/** What a definition asks of programs that the one before did not. */
export function forPrograms(before: unknown, after: unknown): ForPrograms {
  const old = fieldsOf(before);
  const now = fieldsOf(after);
  const changed: ForPrograms = { required: [], removed: [], kinds: [] };
  for (const [key, question] of now) {
    const former = old.get(key);
    const label = labelOf(key, question);
    if (isNeeded(question) && !(former && isNeeded(former))) changed.required.push(label);
    if (former && former.kind !== question.kind) changed.kinds.push(label);
  }
  for (const [key, question] of old)
    if (!now.has(key) && question.kind !== 'calculated')
      changed.removed.push(labelOf(key, question));
  return changed;
}

type Question = Record<string, unknown>;

const fieldsOf = (definition: unknown): Map<string, Question> =>
  new Map(
    Object.entries(record(record(record(definition).form).fields)).map(([key, question]) => [
      key,
      record(question),
    ]),
  );

const labelOf = (key: string, { label }: Question) => inWords(label) || key;

const isNeeded = ({ kind, required, show_if: condition }: Question) =>
  condition !== false && (OPTIONAL.has(String(kind)) ? required === true : required !== false);
