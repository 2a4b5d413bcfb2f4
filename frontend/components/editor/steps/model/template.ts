const OPENING = '${{';
const CLOSING = '}}';

/** Texts and comments of an expression: nothing in them is a name, and nothing ends it. */
export const PASSED_OVER = [
  String.raw`[rR]?(?:"{3}.*?"{3}|'{3}.*?'{3})`,
  String.raw`[rR](?:"[^"\r\n]*"|'[^'\r\n]*')`,
  String.raw`"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|//[^\r\n]*`,
].join('|');

type Part = { text: string; isExpression: boolean };

/** The pieces of a text, in order: together they are the text. As the backend parts it. */
export function templateParts(template: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    const opening = template.indexOf(OPENING, at);
    const end = opening < 0 ? -1 : closingOf(template, opening + OPENING.length);
    if (end < 0) return [...parts, { text: template.slice(at), isExpression: false }];
    const start = opening + OPENING.length;
    parts.push({ text: template.slice(at, start), isExpression: false });
    parts.push({ text: template.slice(start, end), isExpression: true });
    at = end;
  }
}

function closingOf(template: string, start: number): number {
  const tokens = new RegExp(`(?:${PASSED_OVER})|([{}])`, 'gs');
  tokens.lastIndex = start;
  let depth = 0;
  for (let token = tokens.exec(template); token; token = tokens.exec(template)) {
    if (token[1] === '{') depth += 1;
    if (token[1] === '}' && depth === 0)
      return template.startsWith(CLOSING, token.index) ? token.index : -1;
    if (token[1] === '}') depth -= 1;
  }
  return template.indexOf(CLOSING, start);
}
