import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { publishForm } from '../own-form';
import { close, listen } from '../web-process';

// Two sites that are not ours: one that the form names, one that it does not.
let partner: Server;
let stranger: Server;
let path: string;
let own: string;

const definition = (slug: string) => `
workflow: ${slug}
name: Embedded
form:
  address: ${slug}
  languages: [en, de]
  title: {en: Order, de: Bestellung}
  fields:
    name: {kind: text, label: Name}
    email: {kind: email, label: E-mail}
    lines:
      kind: group
      label: Lines
      row_label: Line
      fields:
        part: {kind: text, label: Part}
steps:
  mail:
    title: Telling the team
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: Order, text: "\${{ input.name }}"}
`;

/** A page of another site. What follows \`?\` is its body. */
function site() {
  return createServer((request, response) => {
    const body = decodeURIComponent((request.url ?? '').split('?')[1] ?? '');
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><html lang="en"><title>Shop</title><body>${body}`);
  });
}

const origin = (server: Server) => {
  const { address, port } = server.address() as AddressInfo;
  return `http://${address}:${port}`;
};
const show = (page: Page, server: Server, body: string) =>
  page.goto(`${origin(server)}/?${encodeURIComponent(body)}`);
const script = () => `<script src="${own}/embed.js" async></script>`;
const slug = () => path.replace('/f/', '');

test.beforeAll(async ({ browser, baseURL }) => {
  own = String(baseURL);
  partner = site();
  stranger = site();
  await listen(partner, '127.0.0.2');
  await listen(stranger, '127.0.0.3');
  path = await publishForm(browser, definition, {
    honeypot: true,
    min_seconds: 0,
    proof_of_work: false,
    allowed_origins: [origin(partner)],
  });
});

test.afterAll(() => [partner, stranger].forEach(close));

test('a form in the page of a site that it names takes its own height, and is sent', async ({
  page,
}) => {
  await show(
    page,
    partner,
    `<div data-waybill-form="${slug()}" data-language="de" data-fill="name=Ada%20Berg"></div>${script()}`,
  );
  const element = page.locator('iframe');
  const form = page.frameLocator('iframe');
  await expect(form.getByRole('heading', { name: 'Bestellung' })).toBeVisible();
  await expect(form.locator('[name=name]')).toHaveValue('Ada Berg');
  await expect(form.getByRole('banner')).toHaveCount(0);
  await expect(form.locator('form[data-ready]')).toBeVisible();
  const height = async () => (await element.boundingBox())?.height ?? 0;
  const fits = () => form.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(fits).toBeLessThanOrEqual(1);
  const before = await height();
  await form.locator('#answer-lines-add').click();
  await expect.poll(height).toBeGreaterThan(before);

  const sent = page.evaluate(
    () => new Promise((resolve) => document.addEventListener('waybill:sent', () => resolve(true))),
  );
  await form.locator('[name=email]').fill('ada@example.com');
  await form.locator('[name="lines.0.part"]').fill('Bolt');
  await form.locator('[name="lines.1.part"]').fill('Nut');
  await form.locator('button.f-primary').click();
  const link = form.locator('a[href^="/t/"]');
  await expect(link).toHaveAttribute('target', '_blank');
  expect(await sent).toBe(true);
});

test('a link opens the form over the page; Escape closes it and keeps what was typed', async ({
  page,
}) => {
  await show(
    page,
    partner,
    `<a data-waybill-popup="${slug()}" href="${own}${path}">Order now</a>${script()}`,
  );
  await page.waitForFunction(() => 'waybill' in window);
  await page.getByRole('link', { name: 'Order now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Form' });
  const form = page.frameLocator('dialog iframe');
  await expect(form.locator('form[data-ready]')).toBeVisible();
  await form.locator('[name=name]').fill('Ada Berg');
  await dialog.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Order now' }).click();
  await expect(form.locator('[name=name]')).toHaveValue('Ada Berg');
});

test('a site that the form does not name shows a link to it', async ({ page }) => {
  await show(page, stranger, `<div data-waybill-form="${slug()}"></div>${script()}`);
  const link = page.getByRole('link', { name: 'Open the form' });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute('href', `${own}${path}`);
});

test('no other site learns from the frame how high it is', async ({ page }) => {
  await show(
    page,
    partner,
    `<iframe src="${own}${path}?embed=1"></iframe><script>
      window.heard = [];
      addEventListener('message', (event) => window.heard.push(event.data));
    </script>`,
  );
  const form = page.frameLocator('iframe');
  await expect(form.getByRole('heading', { name: 'Order' })).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([]);
});

test('in a sandboxed frame the form says why it cannot be sent, and where it can', async ({
  page,
}) => {
  await show(
    page,
    partner,
    `<iframe sandbox="allow-scripts allow-forms" width="800" height="900" src="${own}${path}?embed=1"></iframe>`,
  );
  const form = page.frameLocator('iframe');
  const notice = form.getByRole('alert');
  await expect(notice).toContainText('closed frame');
  await expect(notice).toContainText(`${own}${path}`);
  await expect(notice.getByRole('link', { name: 'Open the form alone' })).toBeVisible();
});

test('in a frame that runs no script either, sending says the same and keeps the answers', async ({
  page,
}) => {
  await show(
    page,
    partner,
    `<iframe sandbox="allow-forms" width="800" height="900" src="${own}${path}?embed=1"></iframe>`,
  );
  const form = page.frameLocator('iframe');
  await form.locator('[name=name]').fill('Ada Berg');
  await form.locator('button.f-primary').click();
  await expect(form.getByRole('alert')).toContainText('closed frame');
  await expect(form.locator('[name=name]')).toHaveValue('Ada Berg');
});

test('every other page of ours still may not be embedded', async () => {
  for (const other of ['/', '/sign-in', '/t/none']) {
    const answer = await fetch(own + other);
    expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  }
});
