import { HttpResponse, http } from 'msw';
import { server } from '@/lib/testing/server';
import { prefer } from '@/lib/words/preference';
import { ApiError } from './api-error';
import { ORGANIZATION_HEADER, drawFor } from './drawn-for';
import { fetcher } from './fetcher';

const ADDRESS = 'http://localhost/api/v1/thing';

async function failure(): Promise<ApiError> {
  const error: unknown = await fetcher(ADDRESS).catch((reason: unknown) => reason);
  if (!(error instanceof ApiError)) throw new Error('The request was expected to fail.');
  return error;
}

test('a problem comes back as an error with its words, fields and request id', async () => {
  server.use(
    http.get(ADDRESS, () =>
      HttpResponse.json(
        {
          title: 'Refused',
          detail: 'The e-mail address is not one.',
          code: 'invalid_input',
          request_id: 'req-1',
          errors: [{ field: 'data.email', message: 'Not an address.' }],
        },
        { status: 422 },
      ),
    ),
  );
  const error = await failure();
  expect(error.message).toBe('The e-mail address is not one.');
  expect(error.requestId).toBe('req-1');
  expect(error.problem.errors).toEqual([{ field: 'data.email', message: 'Not an address.' }]);
  expect(error.retryable).toBe(false);
});

test('an error page of a proxy still names the status and the request', async () => {
  server.use(
    http.get(
      ADDRESS,
      () =>
        new HttpResponse('<h1>Bad gateway</h1>', { status: 502, headers: { 'x-request-id': 'r' } }),
    ),
  );
  const error = await failure();
  expect(error.status).toBe(502);
  expect(error.requestId).toBe('r');
  expect(error.retryable).toBe(true);
});

test('no answer at all says that Waybill cannot be reached', async () => {
  server.use(http.get(ADDRESS, () => HttpResponse.error()));
  const error = await failure();
  expect(error.status).toBe(0);
  expect(error.problem.title).toBe('Waybill cannot be reached');
});

test.each(['csrftoken', '__Host-csrftoken'])(
  '%s is echoed on unsafe methods only',
  async (name) => {
    jest.spyOn(document, 'cookie', 'get').mockReturnValue(`a=b; ${name}=secret`);
    const seen: (string | null)[] = [];
    server.use(
      http.all(ADDRESS, ({ request }) => {
        seen.push(request.headers.get('x-csrftoken'));
        return new HttpResponse(null, { status: 204 });
      }),
    );
    await fetcher(ADDRESS);
    await fetcher(ADDRESS, { method: 'POST' });
    expect(seen).toEqual([null, 'secret']);
  },
);

test('a change says for which organization its page was drawn', async () => {
  const seen: (string | null)[] = [];
  server.use(
    http.all(ADDRESS, ({ request }) => {
      seen.push(request.headers.get(ORGANIZATION_HEADER));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await fetcher(ADDRESS, { method: 'POST' });
  drawFor('organization-1');
  await fetcher(ADDRESS);
  await fetcher(ADDRESS, { method: 'DELETE' });
  drawFor(null);
  expect(seen).toEqual([null, null, 'organization-1']);
});

test('a change begins a trace of its own, and reading does not', async () => {
  const seen: (string | null)[] = [];
  server.use(
    http.all(ADDRESS, ({ request }) => {
      seen.push(request.headers.get('traceparent'));
      return new HttpResponse(null, { status: 204 });
    }),
  );
  await fetcher(ADDRESS);
  await fetcher(ADDRESS, { method: 'POST' });
  await fetcher(ADDRESS, { method: 'POST' });
  expect(seen[0]).toBeNull();
  expect(seen[1]).toMatch(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-01$/);
  expect(seen[2]).not.toBe(seen[1]);
});

test('the API is asked in the language of the console, and in that of the page by a visitor', async () => {
  const asked: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/*', ({ request }) => {
      asked.push(request.headers.get('Accept-Language'));
      return HttpResponse.json({});
    }),
  );
  prefer({ language: 'de', timeZone: null });
  await fetcher('/api/v1/submissions');
  await fetcher('/api/v1/forms/new-customer', { headers: { 'Accept-Language': 'fr' } });
  prefer({ language: null, timeZone: null });
  await fetcher('/api/v1/submissions');
  expect(asked).toEqual(['de', 'fr', 'en']);
});
