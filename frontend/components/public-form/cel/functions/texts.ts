import { Failed } from '../failures';

/** Functions on texts, counted in characters: the library counts halves of some. */

const LONGEST = 262_144;
const WHITE =
  /^[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+|[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/g;

function placeIn(length: number, index: bigint): number {
  if (index < 0n || index > length) throw new Failed('no such place in the text');
  return Number(index);
}

export function charAt(text: string, index: bigint): string {
  const characters = [...text];
  return characters[placeIn(characters.length, index)] ?? '';
}

/** Where `part` is found, in characters, from a place in UTF-16. */
const inCharacters = (text: string, found: number): bigint =>
  found < 0 ? -1n : BigInt([...text.slice(0, found)].length);

export function indexOf(text: string, part: string, start = 0n): bigint {
  const characters = [...text];
  const before = characters.slice(0, placeIn(characters.length, start)).join('').length;
  return inCharacters(text, text.indexOf(part, before));
}

export function lastIndexOf(text: string, part: string, last?: bigint): bigint {
  const characters = [...text];
  if (last === undefined) return inCharacters(text, text.lastIndexOf(part));
  const until = characters.slice(0, placeIn(characters.length, last)).join('').length;
  return inCharacters(text, text.lastIndexOf(part, until));
}

export function substring(text: string, start: bigint, end?: bigint): string {
  const characters = [...text];
  const from = placeIn(characters.length, start);
  const to = end === undefined ? characters.length : placeIn(characters.length, end);
  if (from > to) throw new Failed('it ends before it starts');
  return characters.slice(from, to).join('');
}

export const trim = (text: string): string => text.replace(WHITE, '');
export const reverse = (text: string): string => [...text].reverse().join('');
export const lowerAscii = (text: string): string =>
  text.replace(/[A-Z]+/g, (found) => found.toLowerCase());
export const upperAscii = (text: string): string =>
  text.replace(/[a-z]+/g, (found) => found.toUpperCase());

export function replace(text: string, old: string, fresh: string, most = -1n): string {
  const pieces = old === '' ? ['', ...text, ''] : text.split(old);
  const places = pieces.length - 1;
  const count = most < 0n || most > places ? places : Number(most);
  if (count === 0) return text;
  if (text.length + count * (fresh.length - old.length) > LONGEST) throw new Failed('too long');
  const made = pieces.slice(0, count + 1).join(fresh);
  return [made, ...pieces.slice(count + 1)].join(old);
}

export function split(text: string, separator: string, most = -1n): string[] {
  if (most === 0n) return [];
  if (most === 1n) return [text];
  const pieces = separator === '' ? [...text] : text.split(separator);
  if (most < 0n || pieces.length <= most) return pieces;
  const kept = Number(most) - 1;
  return [...pieces.slice(0, kept), pieces.slice(kept).join(separator)];
}

export function truncate(text: string, length: bigint): string {
  if (length < 0n) throw new Failed('less than nothing');
  return [...text].slice(0, Number(length)).join('');
}

export const slug = (text: string): string =>
  [...text]
    .slice(0, 500)
    .join('')
    .normalize('NFKD')
    .replace(/[^\0-\x7f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/** -1, 0 or 1, by characters. */
export function compare(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  const at = a.findIndex((each, index) => each !== b[index]);
  if (at < 0) return a.length < b.length ? -1 : 0;
  const [one, other] = [a[at]?.codePointAt(0) ?? 0, b[at]?.codePointAt(0) ?? -1];
  return one < other ? -1 : 1;
}
