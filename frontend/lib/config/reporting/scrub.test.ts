import { scrubEvent, scrubText } from './scrub';

test.each([
  ['GET /t/abc.def failed', 'GET /t/[token] failed'],
  ['http://host/api/v1/track/abc?x=1', 'http://host/api/v1/track/[token]'],
  ['http://host/submissions?q=ada@acme.example', 'http://host/submissions'],
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
