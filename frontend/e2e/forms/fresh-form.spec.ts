import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { expect, test } from '@playwright/test';
import { formOf, type Asked } from '@/components/public-form/testing/forms';
import { openForm } from '../support';
import { close, listen, startWeb } from '../web-process';

// A web process of its own, before an API that says which version is live and which ones it takes.
const CHANGED =
  'This form has changed since you opened it. Reload the page; your answers are kept.';

let api: Server;
let web: Awaited<ReturnType<typeof startWeb>>;
let live: number;
let taken: number[];
let sent: number[];

const asked = (key: string, label: string): Asked => ({ key, kind: 'text', label });
const form = () =>
  formOf([asked('company', 'Company'), ...(live > 1 ? [asked('colour', 'Colour')] : [])], {
    slug: 'fresh',
    title: `Order form ${live}`,
    version: live,
    steps: [],
  });

async function answer(request: IncomingMessage, response: ServerResponse) {
  const say = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  if (request.url?.endsWith('/page-vitals')) return say(200, {});
  if (request.method !== 'POST') return say(200, form());
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { version } = JSON.parse(Buffer.concat(chunks).toString()) as { version: number };
  sent.push(version);
  return taken.includes(version)
    ? say(202, { id: 'a', reference: 'WB-1', status: 'accepted', tracking_token: 'token' })
    : say(409, { status: 409, title: 'Changed', code: 'form_changed', detail: CHANGED });
}

test.beforeAll(async () => {
  api = createServer((request, response) => void answer(request, response));
  web = await startWeb({ WAYBILL_API_ORIGIN: await listen(api) });
});

test.beforeEach(() => {
  taken = [];
  sent = [];
  live = 1;
});

test.afterAll(async () => {
  await web.stop();
  close(api);
});

test('a published form is on its page at once', async ({ page }) => {
  const heading = page.getByRole('heading', { level: 1 });
  await page.goto(`${web.origin}/f/fresh`);
  await expect(heading).toHaveText('Order form 1');
  live = 2;
  await page.reload();
  await expect(heading).toHaveText('Order form 2');
});

test('a page that was open is sent as the version it was drawn from', async ({ page }) => {
  await openForm(page, `${web.origin}/f/fresh`);
  await page.getByLabel('Company').fill('Acme Ltd');
  live = 2;
  taken = [1, 2];
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/t/token');
  expect(sent).toEqual([1]);
});

test('a page that was open too long reloads, and the new one has the answers', async ({ page }) => {
  await openForm(page, `${web.origin}/f/fresh`);
  await page.getByLabel('Company').fill('Acme Ltd');
  live = 2;
  taken = [2];
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText(CHANGED)).toBeVisible();
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Order form 2');
  await expect(page.getByLabel('Company')).toHaveValue('Acme Ltd');
  await page.getByRole('textbox', { name: /Colour/ }).fill('blue');
  await page.getByRole('button', { name: 'Send' }).click();
  await page.waitForURL('**/t/token');
  expect(sent).toEqual([1, 2]);
});
