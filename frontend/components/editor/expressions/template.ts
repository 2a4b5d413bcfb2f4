const OPENING = '${{';
const CLOSING = '}}';

// Texts of an expression, in which }} ends nothing; comments; braces of objects. As on the server.
const TOKEN =
  /(?:[rR]?(?:"{3}.*?"{3}|'{3}.*?'{3})|[rR](?:"[^"\r\n]*"|'[^'\r\n]*')|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|\/\/[^\r\n]*)|([{}])/gsu;

// What Python's strip() takes away.
const SPACE =
  '[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]';
const AROUND = new RegExp(`^${SPACE}+|${SPACE}+$`, 'gu');

/** A piece of a template: a text, or an expression without its `${{ }}`. */
export type Part = { text: string; computed: boolean };

/** `from`, `to`: where it stands, with its `${{ }}`. */
export type Placed = Part & { from: number; to: number };

/** The pieces in their order, without empty texts; null: a `${{` is never closed. */
export function templateParts(template: string): Placed[] | null {
  const parts: Placed[] = [];
  const literal = (from: number, to: number) =>
    parts.push({ text: template.slice(from, to), computed: false, from, to });
  let at = 0;
  for (;;) {
    const opening = template.indexOf(OPENING, at);
    if (opening < 0) break;
    if (opening > at) literal(at, opening);
    const start = opening + OPENING.length;
    const end = closing(template, start);
    if (end === null) return null;
    const text = template.slice(start, end).replace(AROUND, '');
    at = end + CLOSING.length;
    parts.push({ text, computed: true, from: opening, to: at });
  }
  if (at < template.length || parts.length === 0) literal(at, template.length);
  return parts;
}

function closing(template: string, start: number): number | null {
  let depth = 0;
  const token = new RegExp(TOKEN);
  token.lastIndex = start;
  for (let found = token.exec(template); found; found = token.exec(template)) {
    if (found[1] === '{') depth += 1;
    else if (found[1] === '}') {
      if (depth === 0) return template.startsWith(CLOSING, found.index) ? found.index : null;
      depth -= 1;
    }
  }
  const end = template.indexOf(CLOSING, start);
  return end < 0 ? null : end;
}

/** The template of its pieces: a `${{` in a text is written so that it stays one. */
export const templateOf = (parts: readonly Part[]): string =>
  parts
    .map(({ text, computed }) =>
      computed ? `${OPENING} ${text} ${CLOSING}` : text.replaceAll(OPENING, "${{ '${{' }}"),
    )
    .join('');

/** The one expression that a template is, with nothing around it; null: it is something else. */
export function wholeExpression(template: unknown): string | null {
  if (typeof template !== 'string') return null;
  const parts = templateParts(template);
  const [only] = parts ?? [];
  return parts?.length === 1 && only?.computed ? only.text : null;
}

export const isComputed = (value: unknown): boolean =>
  typeof value === 'string' && value.includes(OPENING);
