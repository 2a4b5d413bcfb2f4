import { execFileSync } from 'node:child_process';
import { asPython, commands, embedSnippet, snippets } from './snippets';

const DATA = {
  company: "O'Brien & “Söhne”\n$HOME `id`",
  size: 3,
  agreed: true,
  note: null,
  lines: [{ part: 'A-1', amounts: [] }],
};
const TAKEN = { origin: 'https://waybill.example', slug: 'leads', data: DATA };
const ADDRESS = 'https://waybill.example/api/v1/workflows/leads/submissions';

/** Runs a text of the shell in which `command` writes down what it was called with. */
function called(command: string, text: string) {
  const script = `${command}() { printf '%s\\n' "$@" >&2; cat; }\n${text}`;
  const env = { ...process.env, WAYBILL_API_KEY: 'wbk_secret', HOME: '/nowhere' };
  const merged = execFileSync('bash', ['-c', `{ ${script}\n} 2>&1`], { env, encoding: 'utf8' });
  const at = merged.indexOf('\n{');
  return { args: merged.slice(0, at).split('\n'), body: JSON.parse(merged.slice(at)) };
}

test('curl sends the data as they are, with the key and the idempotency key', () => {
  const { args, body } = called('curl', snippets.curl(TAKEN));
  expect(args).toEqual([
    ADDRESS,
    ...['-H', 'Authorization: Bearer wbk_secret'],
    ...['-H', 'Content-Type: application/json'],
    ...['-H', 'Idempotency-Key: order-4711'],
    ...['--data-binary', '@-'],
  ]);
  expect(body).toEqual({ data: DATA });
});

test('the command gets the answers alone', () => {
  const [, submit = ''] = commands(TAKEN).split(/\n\n(?=waybill)/);
  const { args, body } = called('waybill', submit);
  expect(args.join(' ')).toBe('submit leads --idempotency-key order-4711 --follow --input -');
  expect(body).toEqual(DATA);
  expect(commands(TAKEN)).toMatch(/^waybill login https:\/\/waybill\.example\n/);
  expect(commands(TAKEN)).toContain('waybill client typescript leads --out leads.ts');
});

test('TypeScript sends the same, and takes nothing but 202 for done', async () => {
  const sent: [string, RequestInit][] = [];
  const said: unknown[] = [];
  const AsyncFunction = (async () => undefined).constructor as new (
    ...parts: string[]
  ) => (...given: unknown[]) => Promise<void>;
  const run = new AsyncFunction('fetch', 'process', 'console', snippets.typescript(TAKEN));
  const program = (status: number) =>
    run(
      (url: string, options: RequestInit) => {
        sent.push([url, options]);
        const json = async () => ({ reference: 'WB-1' });
        return Promise.resolve({ status, json, text: async () => 'refused' });
      },
      { env: { WAYBILL_API_KEY: 'wbk_secret' } },
      { log: (text: unknown) => said.push(text) },
    );
  await program(202);
  const [[url, { method, headers, body }] = ['', {}]] = sent;
  expect([url, method, JSON.parse(String(body))]).toEqual([ADDRESS, 'POST', { data: DATA }]);
  expect(headers).toEqual({
    Authorization: 'Bearer wbk_secret',
    'Content-Type': 'application/json',
    'Idempotency-Key': 'order-4711',
  });
  expect(said).toEqual(['WB-1']);
  await expect(program(422)).rejects.toThrow('refused');
});

test('Python has the same values in its own words', () => {
  expect(asPython({ a: [true, null, 1.5], b: {}, c: 'x"\n' })).toBe(
    '{\n    "a": [\n        True,\n        None,\n        1.5,\n    ],\n    "b": {},\n    "c": "x\\"\\n",\n}',
  );
  const text = snippets.python(TAKEN);
  expect(text).toContain('with Waybill("https://waybill.example", os.environ["WAYBILL_API_KEY"])');
  expect(text).toContain('waybill.submit("leads", data, idempotency_key="order-4711")');
});

const PLACE = {
  origin: 'https://waybill.example',
  address: 'leads',
  name: '<b>Bold</b> & Co',
  query: 'language=de&email=ada%40example.com&address.city=Wien',
};

test('the form stands inside a page, with its language and answers', () => {
  document.body.innerHTML = embedSnippet({ ...PLACE, over: false });
  const form = document.querySelector<HTMLElement>('[data-waybill-form="leads"]');
  expect(form?.dataset.language).toBe('de');
  expect(form?.dataset.fill).toBe('email=ada%40example.com&address.city=Wien');
  expect(form?.querySelector('a')).toHaveAttribute('href', 'https://waybill.example/f/leads');
  expect(form).toHaveTextContent('<b>Bold</b> & Co');
  expect(document.querySelector('script')).toHaveAttribute(
    'src',
    'https://waybill.example/embed.js',
  );
});

test('or over it, after a click', () => {
  document.body.innerHTML = embedSnippet({ ...PLACE, query: '', over: true });
  const link = document.querySelector<HTMLElement>('a[data-waybill-popup="leads"]');
  expect(link).toHaveAttribute('href', 'https://waybill.example/f/leads');
  expect(link?.dataset.fill).toBeUndefined();
});
