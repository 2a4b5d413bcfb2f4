import { waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { server } from '@/lib/testing/server';

const API = 'http://api.test';
const FORM = `${API}/api/v1/forms/new-customer`;

let asked = 0;

function answering(response: () => Response) {
  server.use(
    http.get(FORM, () => {
      asked += 1;
      return response();
    }),
  );
}

/** The module remembers what it found, so each test has one of its own. */
async function demoIsThere(): Promise<boolean> {
  return (await import('./demo-form')).demoIsThere();
}

beforeEach(() => {
  jest.resetModules();
  asked = 0;
  process.env.WAYBILL_API_ORIGIN = API;
});

afterAll(() => {
  delete process.env.WAYBILL_API_ORIGIN;
});

test('where the form is there, that is told, and asked for once', async () => {
  answering(() => HttpResponse.json({ slug: 'new-customer' }));
  expect(await demoIsThere()).toBe(true);
  expect(await demoIsThere()).toBe(true);
  expect(asked).toBe(1);
});

test('where it is not there, or nobody can tell, there is none', async () => {
  answering(() => HttpResponse.json({ code: 'not_found', status: 404 }, { status: 404 }));
  expect(await demoIsThere()).toBe(false);
  jest.resetModules();
  answering(() => HttpResponse.error());
  expect(await demoIsThere()).toBe(false);
});

test('an API that was away is asked again soon, not after a minute', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(0);
  answering(() => HttpResponse.error());
  expect(await demoIsThere()).toBe(false);
  answering(() => HttpResponse.json({ slug: 'new-customer' }));
  now.mockReturnValue(2_000);
  expect(await demoIsThere()).toBe(false);
  expect(asked).toBe(1);
  now.mockReturnValue(4_000);
  await demoIsThere();
  await waitFor(async () => expect(await demoIsThere()).toBe(true));
  now.mockRestore();
});

test('while it is asked again, nobody waits', async () => {
  const now = jest.spyOn(Date, 'now').mockReturnValue(0);
  answering(() => HttpResponse.json({ slug: 'new-customer' }));
  expect(await demoIsThere()).toBe(true);
  let answer = () => {};
  server.use(http.get(FORM, () => new Promise<void>((resolve) => (answer = resolve))));
  now.mockReturnValue(100_000);
  expect(await demoIsThere()).toBe(true);
  answer();
  now.mockRestore();
});
