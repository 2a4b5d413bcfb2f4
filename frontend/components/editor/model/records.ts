/** Records whose order is what people see, such as questions and steps. None is changed in place. */

/** With `value` under `key` behind the entry `after`; at the end without. */
export function withEntry<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  value: T,
  after?: string | null,
): Record<string, T> {
  const entries = Object.entries(record).filter(([each]) => each !== key);
  const at =
    after === undefined ? entries.length : entries.findIndex(([each]) => each === after) + 1;
  return Object.fromEntries(entries.toSpliced(at, 0, [key, value]));
}

/** With the entry moved to a place in the order, from 0. */
export function withMoved<T>(
  record: Readonly<Record<string, T>>,
  key: string,
  to: number,
): Record<string, T> {
  const entries = Object.entries(record);
  const from = entries.findIndex(([each]) => each === key);
  const [moved] = from < 0 ? [] : entries.splice(from, 1);
  if (moved) entries.splice(to, 0, moved);
  return Object.fromEntries(entries);
}

/** With another key at the same place. */
export const withRenamed = <T>(
  record: Readonly<Record<string, T>>,
  from: string,
  to: string,
): Record<string, T> =>
  Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key === from ? to : key, value]),
  );

/** A key made of words, that the record has not: `e_mail`, `e_mail_2`. */
export function freeKey(
  taken: Readonly<Record<string, unknown>>,
  words: string,
  otherwise: string,
) {
  const plain = words.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const made = plain
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 40);
  const key = made || otherwise;
  if (!(key in taken)) return key;
  for (let number = 2; ; number += 1) if (!(`${key}_${number}` in taken)) return `${key}_${number}`;
}
