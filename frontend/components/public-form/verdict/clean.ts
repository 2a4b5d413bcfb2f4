/* eslint-disable no-control-regex, no-misleading-character-class -- these are what is looked for */
/** Texts as the server makes them what they look like: `backend/waybill_definitions/text/typed.py`. */

// White space as Unicode's White_Space and four separators have it; `\s` of JavaScript is another.
const WHITE =
  '\\t\\n\\v\\f\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const JOINERS = '\\u200c\\u200d';
const SELECTORS = '\\u180b-\\u180d\\u180f\\ufe00-\\ufe0f\\u{e0100}-\\u{e01ef}';
const BLANKS =
  '\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u2800\\u3164\\uffa0\\ufff0-\\ufff8' +
  '\\u{1bca0}-\\u{1bca3}\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e01f0}-\\u{e0fff}';
const FLAG = '\\u{1f3f4}[\\u{e0020}-\\u{e007e}]{1,16}\\u{e007f}';

const PLAIN = /^[\x20-\x7e]*$/;
const BREAKS = /\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]/gu;
const GAPS = /[\n\t]+/gu;
const HIDDEN = new RegExp(
  `(${FLAG})|[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u200b\\u200e\\u200f` +
    '\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffc\\ufffe\\uffff\\u{e0000}-\\u{e00ff}]',
  'gu',
);
const REPEATED = new RegExp(`([${JOINERS}])[${JOINERS}]+|([${SELECTORS}])[${SELECTORS}]+`, 'gu');
const LOOSE = new RegExp(
  `(?<![^${WHITE}])[${JOINERS}${SELECTORS}]+|[${JOINERS}]+(?![^${WHITE}])`,
  'gu',
);
const NOTHING = new RegExp(`^[${WHITE}${JOINERS}${SELECTORS}${BLANKS}]*$`, 'u');
const ENDS = new RegExp(`^[${WHITE}]+|[${WHITE}]+$`, 'gu');
const RUNS = new RegExp(`[${WHITE}]+`, 'gu');
const FORMATS =
  /[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;

/** The text in Unicode's form NFC, without what cannot be seen; empty where nothing can. */
export function clean(text: string, lines = false): string {
  if (PLAIN.test(text)) return strip(text);
  let found = text.replace(BREAKS, '\n');
  if (!lines) found = found.replace(GAPS, ' ');
  found = found.replace(HIDDEN, '$1').replace(REPEATED, '$1$2').replace(LOOSE, '').normalize('NFC');
  return NOTHING.test(found) ? '' : strip(found);
}

export const strip = (text: string): string => text.replace(ENDS, '');

export const withoutFormats = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(FORMATS, '');

/** How codes are compared: in any case, with any space. */
export const folded = (text: string): string =>
  strip(clean(text).replace(RUNS, ' ')).toUpperCase().toLowerCase().replaceAll('ς', 'σ');

/** In characters, as the server counts them. */
export const length = (text: string): number => [...text].length;

// What a page fills in by itself: alone it is no answer.
const ALONE = new Set(['currency', 'zone', 'country']);

/** Whether a value is no answer: nothing, blank, or all of its parts are. */
export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return clean(value) === '';
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(([key, part]) => ALONE.has(key) || isAbsent(part));
}
