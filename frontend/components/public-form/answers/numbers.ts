const PLAIN = /^[+-]?\d+$/;
const BLANKS = /[\s\u00a0\u202f'’_]/g;

/** The character that stands before the decimals in this language. */
export function decimalMark(language: string): string {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  return parts.find(({ type }) => type === 'decimal')?.value ?? '.';
}

/**
 * A typed amount with its digits and a full stop: "1.234,50" in German is "1234.50". The text as it
 * was typed when it is no number, so that whoever judges it sees what the person wrote.
 */
export function plainDecimal(typed: string, language: string): string {
  const text = latinDigits(typed).replace(BLANKS, '');
  const mark = markIn(text, decimalMark(language));
  const group = mark === ',' ? '.' : ',';
  const plain = text.replaceAll(group, '').replace(mark, '.');
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? tidy(plain) : typed.trim();
}

/** A typed whole number; the text as it was typed when it is none, or too long to be exact. */
export function wholeNumber(typed: string): number | string {
  const text = latinDigits(typed).replace(BLANKS, '');
  const grouped = /^[+-]?\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(text);
  const plain = grouped ? text.replace(/[.,]/g, '') : text;
  const value = Number(plain);
  return PLAIN.test(plain) && Number.isSafeInteger(value) ? value : typed.trim();
}

/** Which of the two marks separates the decimals in this text. */
function markIn(text: string, own: string): string {
  const other = own === ',' ? '.' : ',';
  const last = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  if (last < 0) return own;
  if (text.includes(own) && text.includes(other)) return text[last] ?? own;
  const mark = text[last] ?? own;
  const several = text.indexOf(mark) !== last;
  if (several) return mark === ',' ? '.' : ',';
  // "1,234" in English is a thousand and more; "1,23" can only be decimals.
  const asGroup = mark !== own && /^\d{3}$/.test(text.slice(last + 1));
  return asGroup ? own : mark;
}

function tidy(plain: string): string {
  const unsigned = plain.replace(/^\+/, '');
  const [whole = '', decimals] = unsigned.split('.');
  const start = /^-?$/.test(whole) ? `${whole}0` : whole;
  return decimals ? `${start}.${decimals}` : start;
}

/** Arabic and Persian digits as the ones that are sent. */
function latinDigits(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replaceAll('\u066b', '.')
    .replaceAll('\u066c', '');
}
