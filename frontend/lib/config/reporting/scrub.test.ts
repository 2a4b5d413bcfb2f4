import { captureException, createTransport, getClient, init, withScope } from '@sentry/browser';
import { ApiError } from '@/lib/http/api-error';
import { reportingOptions } from './options';
import { scrubEvent, scrubText } from './scrub';

test.each([
  ['GET /t/abc.def failed', 'GET /t/[token] failed'],
  ['http://host/api/v1/track/abc?x=1', 'http://host/api/v1/track/[token]'],
  ['http://host/submissions?q=ada@acme.example', 'http://host/submissions'],
  ['GET /f/new-customer?company=Acme failed', 'GET /f/new-customer failed'],
  ['/confirm/abc.def and /invitations/xyz', '/confirm/[token] and /invitations/[token]'],
  ['/reset-password/3-cz1', '/reset-password/[token]'],
  ['/_next/static/chunks/pages/t/[token].js', '/_next/static/chunks/pages/t/[token].js'],
  ['no mail to ada.berg+x@acme.example today', 'no mail to [address] today'],
  ['sent Bearer wb_live_secret', 'sent [key]'],
  ['nothing to hide', 'nothing to hide'],
])('%s becomes %s', (text, clean) => {
  expect(scrubText(text)).toBe(clean);
});

test('an event leaves without the person, the headers and any token', () => {
  const event = scrubEvent({
    user: { email: 'ada@acme.example' },
    request: { url: 'http://host/t/secret', headers: { cookie: 'a' }, data: { company: 'Acme' } },
    exception: { values: [{ value: 'Failed to load /stream/track/secret' }] },
  });
  expect(event).toEqual({
    request: { url: 'http://host/t/[token]' },
    exception: { values: [{ value: 'Failed to load /stream/track/[token]' }] },
  });
});

/** Everything that the SDK of a page sends for some errors, as text. */
async function sentFor(report: () => void): Promise<string> {
  const bodies: string[] = [];
  const text = (body: string | Uint8Array) =>
    typeof body === 'string' ? body : new TextDecoder().decode(body);
  init({
    dsn: 'https://public@errors.example/1',
    ...reportingOptions({ environment: 'test', release: 'waybill@1f2e3d', tracesSampleRate: '' }),
    transport: (options) =>
      createTransport(options, ({ body }) => {
        bodies.push(text(body));
        return Promise.resolve({ statusCode: 200 });
      }),
  });
  report();
  await getClient()?.flush(5_000);
  return bodies.join('\n');
}

test('the bytes that leave a page say what broke and nothing of anybody', async () => {
  window.history.replaceState(null, '', '/t/planted-token?q=planted-query%40acme.example');
  document.cookie = 'sessionid=planted-cookie';
  const sent = await sentFor(() => {
    const problem = {
      type: 'about:blank',
      title: 'Refused',
      status: 422,
      code: 'invalid',
      detail: 'planted-answer is not a number',
      request_id: 'r-1',
      errors: [],
    };
    captureException(new ApiError(problem, { body: { company: 'planted-body' } }));
    captureException(new Error('Mail to planted@acme.example failed\nplanted-second-line'));
    try {
      JSON.parse('planted-json');
    } catch (error) {
      captureException(error);
    }
    withScope((scope) => {
      scope.setUser({ email: 'planted@acme.example', ip_address: '203.0.113.7' });
      scope.setExtra('answers', { company: 'planted-extra' });
      scope.setContext('form', { company: 'planted-context' });
      scope.addBreadcrumb({ message: 'planted-breadcrumb' });
      captureException(new TypeError('Cannot read properties of undefined'));
    });
  });
  expect(sent).toContain('Cannot read properties of undefined');
  expect(sent).toContain('Mail to [address] failed');
  expect(sent).toContain('waybill@1f2e3d');
  expect(sent).toContain('/t/[token]');
  expect(sent).not.toContain('planted');
  expect(sent).not.toContain('203.0.113.7');
  expect(sent).not.toContain('acme.example');
  expect(sent).not.toContain('User-Agent');
});

test('a share of traces that is none is refused', () => {
  const given = { environment: '', release: '', tracesSampleRate: '2' };
  expect(() => reportingOptions(given)).toThrow('must be from 0 to 1');
});

test('times leave without addresses and statements', () => {
  const event = scrubEvent({
    contexts: { trace: { trace_id: 'a', data: { url: 'http://host/t/secret' } } },
    spans: [{ op: 'http.client', description: 'GET /api/v1/track/secret', data: { a: 1 } }],
  });
  expect(JSON.stringify(event)).not.toMatch(/secret|data/);
});
