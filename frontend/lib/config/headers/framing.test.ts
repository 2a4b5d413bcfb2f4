import { http, HttpResponse } from 'msw';
import { server } from '@/lib/testing/server';
import { framingHeaders, framingOrigins, originsIn, sourceOf } from './framing';

const API = 'http://api.internal:8000';
afterEach(() => jest.restoreAllMocks());

function form(slug: string, answer: () => Response) {
  let asked = 0;
  server.use(
    http.get(`${API}/api/v1/forms/${slug}`, () => {
      asked += 1;
      return answer();
    }),
  );
  return () => asked;
}

test.each([
  ['https://www.example.com', 'https://www.example.com'],
  ['https://www.example.com:8443/page?q=1', 'https://www.example.com:8443'],
  ['HTTPS://WWW.Example.com', 'https://www.example.com'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['*', null],
  ["'self'", null],
  ["https://a.example; script-src 'unsafe-inline'", null],
  ["https://a.example'; script-src *", null],
  ['https://*.example.com', null],
  [7, null],
  [null, null],
])('%p is the source %p', (origin, source) => {
  expect(sourceOf(origin)).toBe(source);
});

test('the list is read from the form, wherever the API has it', () => {
  const list = ['https://a.example', 'nonsense'];
  expect(originsIn({ allowed_origins: list })).toEqual(['https://a.example']);
  expect(originsIn({ protection: { allowed_origins: list } })).toEqual(['https://a.example']);
  expect(originsIn({})).toEqual([]);
  expect(originsIn(null)).toEqual([]);
});

test('a form is asked for once, and again after half a minute', async () => {
  const asked = form('one', () => HttpResponse.json({ allowed_origins: ['https://a.example'] }));
  expect(await framingOrigins('one', API)).toEqual(['https://a.example']);
  const first = asked();
  expect(await framingOrigins('one', API)).toEqual(['https://a.example']);
  expect(asked()).toBe(first);
  const later = Date.now() + 31_000;
  jest.spyOn(Date, 'now').mockReturnValue(later);
  await framingOrigins('one', API);
  expect(asked()).toBeGreaterThan(first);
});

test('without an answer nobody may frame it', async () => {
  form('down', () => HttpResponse.error());
  expect(await framingOrigins('down', API)).toEqual([]);
  form('gone', () =>
    HttpResponse.json({ allowed_origins: ['https://a.example'] }, { status: 404 }),
  );
  expect(await framingOrigins('gone', API)).toEqual([]);
  expect(await framingOrigins('unconfigured', undefined)).toEqual([]);
});

test('the headers name the pages that may frame, and nobody without a list', () => {
  const framed = new Map(framingHeaders(['https://a.example', 'https://b.example:8443']));
  expect(framed.get('content-security-policy')).toContain(
    'frame-ancestors https://a.example https://b.example:8443',
  );
  expect(framed.has('x-frame-options')).toBe(false);
  expect(framed.get('cross-origin-resource-policy')).toBe('cross-origin');
  const alone = new Map(framingHeaders([]));
  expect(alone.get('content-security-policy')).toContain("frame-ancestors 'none'");
  expect(alone.get('x-frame-options')).toBe('DENY');
  expect(alone.get('cross-origin-resource-policy')).toBe('same-origin');
});
