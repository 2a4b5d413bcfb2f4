/** Where a workflow is, and answers that it takes. */
export type Example = { origin: string; slug: string; data: Record<string, unknown> };

export const LANGUAGES = ['curl', 'python', 'typescript'] as const;
export type SnippetLanguage = (typeof LANGUAGES)[number];

/** To be replaced by a key of their own: what people send twice under it is accepted once. */
const KEY = 'order-4711';

export const snippets: Record<SnippetLanguage, (example: Example) => string> = {
  curl: ({ origin, slug, data }) =>
    `curl '${origin}/api/v1/workflows/${slug}/submissions' \\
  -H "Authorization: Bearer $WAYBILL_API_KEY" \\
  -H 'Content-Type: application/json' \\
  -H 'Idempotency-Key: ${KEY}' \\
  --data-binary @- <<'JSON'
${JSON.stringify({ data }, null, 2)}
JSON`,
  python: ({ origin, slug, data }) =>
    `import os

from waybill import Waybill

data = ${asPython(data)}

with Waybill("${origin}", os.environ["WAYBILL_API_KEY"]) as waybill:
    accepted = waybill.submit("${slug}", data, idempotency_key="${KEY}")
    print(accepted.reference)`,
  typescript: ({ origin, slug, data }) =>
    `const { WAYBILL_API_KEY } = process.env;
const data = ${JSON.stringify(data, null, 2)};

const answer = await fetch('${origin}/api/v1/workflows/${slug}/submissions', {
  method: 'POST',
  headers: {
    Authorization: \`Bearer \${WAYBILL_API_KEY}\`,
    'Content-Type': 'application/json',
    'Idempotency-Key': '${KEY}',
  },
  body: JSON.stringify({ data }),
});
if (answer.status !== 202) throw new Error(await answer.text());
const { reference } = await answer.json();
console.log(reference);`,
};

/** The same with the command line. */
export const commands = ({ origin, slug, data }: Example) =>
  `waybill login ${origin}

waybill submit ${slug} --idempotency-key ${KEY} --follow --input - <<'JSON'
${JSON.stringify(data, null, 2)}
JSON

waybill runs --workflow ${slug}
waybill client typescript ${slug} --out ${slug}.ts`;

/** A value of JSON as Python writes it. */
export function asPython(value: unknown, indent = ''): string {
  const inner = `${indent}    `;
  const lines = (open: string, items: string[], close: string) =>
    items.length === 0
      ? open + close
      : `${open}\n${items.map((each) => `${inner}${each},\n`).join('')}${indent}${close}`;
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value))
    return lines(
      '[',
      value.map((each) => asPython(each, inner)),
      ']',
    );
  if (typeof value === 'object')
    return lines(
      '{',
      Object.entries(value).map(
        ([key, each]) => `${JSON.stringify(key)}: ${asPython(each, inner)}`,
      ),
      '}',
    );
  return JSON.stringify(value);
}

type Place = { origin: string; address: string; name: string; query: string; over: boolean };

/** The HTML that shows the form in another page. Its language goes into an attribute of its own. */
export function embedSnippet({ origin, address, name, query, over }: Place): string {
  const fill = new URLSearchParams(query);
  const language = fill.get('language');
  fill.delete('language');
  const attributes = [
    `data-waybill-${over ? 'popup' : 'form'}="${address}"`,
    ...(language ? [`data-language="${escaped(language)}"`] : []),
    ...(fill.toString() ? [`data-fill="${escaped(fill.toString())}"`] : []),
  ].join(' ');
  const href = `href="${origin}/f/${address}"`;
  const shown = over
    ? `<a ${attributes} ${href}>${escaped(name)}</a>`
    : `<div ${attributes}>\n  <a ${href}>${escaped(name)}</a>\n</div>`;
  return `<script src="${origin}/embed.js" async></script>\n${shown}`;
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** As the text or the quoted attribute of an HTML element. */
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
