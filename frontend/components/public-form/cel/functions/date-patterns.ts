import type { Timestamp } from '@bufbuild/protobuf/wkt';
import { Failed } from '../failures';
import { fromLocal, localOf, PARTS, wallOf, type Numbers } from './moments';

const PIECE = /'([^']*)'|yyyy|yy|MM|M|dd|d|HH|H|mm|ss|XXX|[A-Za-z]|[^A-Za-z']+|'/g;
const FIELDS: Record<string, readonly [name: string, digits: string]> = {
  yyyy: ['getFullYear', '(\\d{4})'],
  MM: ['getMonth', '(\\d{2})'],
  M: ['getMonth', '(\\d{1,2})'],
  dd: ['getDate', '(\\d{2})'],
  d: ['getDate', '(\\d{1,2})'],
  HH: ['getHours', '(\\d{2})'],
  H: ['getHours', '(\\d{1,2})'],
  mm: ['getMinutes', '(\\d{2})'],
  ss: ['getSeconds', '(\\d{2})'],
};

/** A pattern in pieces: a field by its letters, or a text. */
function pieces(pattern: string): { field?: string; text: string }[] {
  if (pattern.length > 100) throw new Failed('a pattern has at most 100 characters');
  return [...pattern.matchAll(PIECE)].map(([token, quoted]) => {
    if (token in FIELDS) return { field: token, text: '' };
    if (token.startsWith("'") && token.length > 1) return { text: quoted || "'" };
    if (/^[A-Za-z']/.test(token)) throw new Failed('no such field of a pattern');
    return { text: token };
  });
}

export function formatDate(at: Timestamp, pattern: string, zone: string): string {
  const local = localOf(at, zone);
  return pieces(pattern)
    .map(({ field, text }) => {
      const name = field && FIELDS[field]?.[0];
      if (!field || !name) return text;
      const count = (PARTS[name]?.(local, 0) ?? 0) + (name === 'getMonth' ? 1 : 0);
      return String(count).padStart(field.length, '0');
    })
    .join('');
}

export function parseDate(text: string, pattern: string, zone: string): Timestamp {
  const names: string[] = [];
  const written = pieces(pattern).map(({ field, text: literal }) => {
    const [name, digits] = (field && FIELDS[field]) || [];
    if (!name) return literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    if (names.includes(name)) throw new Failed('a pattern names each once');
    names.push(name);
    return digits;
  });
  if (!names.includes('getFullYear')) throw new Failed('a pattern names the year');
  const found = text.length <= 200 ? new RegExp(`^${written.join('')}$`, 'u').exec(text) : null;
  if (!found) throw new Failed('no date of this form');
  const of = (name: string, otherwise: number) =>
    names.includes(name) ? Number(found[names.indexOf(name) + 1]) : otherwise;
  const numbers: Numbers = [
    of('getFullYear', 0),
    of('getMonth', 1),
    of('getDate', 1),
    of('getHours', 0),
    of('getMinutes', 0),
    of('getSeconds', 0),
  ];
  return fromLocal(wallOf(numbers), zone);
}
