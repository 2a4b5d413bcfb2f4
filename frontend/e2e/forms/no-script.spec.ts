import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { everyKind, publishForm } from '../own-form';
import { expectAccessible } from '../support';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PDF });

let path: string;

test.beforeAll(async ({ browser }) => {
  path = await publishForm(browser, everyKind);
});

/** Everything but what the yes to “Express?” leads to. */
async function fillAll(page: Page) {
  await page.getByLabel('Name', { exact: true }).fill('Ada “Berg” <b>');
  await page.getByLabel('Story (optional)').fill('Two\nlines');
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByLabel('Phone (optional)').fill('0664 1234567');
  await page.getByLabel('Web site (optional)').fill('https://example.com/a?b=c');
  await page.getByLabel('Count', { exact: true }).fill('12');
  await page.getByLabel(/^(Weight|Gewicht)$/).fill('12.50');
  await page.locator('[name="price.amount"]').fill('1,234.50');
  await page.locator('[name="price.currency"]').selectOption('USD');
  await page.getByLabel('Day').fill('2026-11-28');
  await page.getByLabel('Hour (optional)').fill('14:30');
  await page.locator('[name="moment.at"]').fill('2026-11-28T14:30');
  await page.getByLabel('I agree').check();
  await page.getByLabel('Blue').check();
  await page.getByLabel('Extra A').check();
  await page.getByLabel('Extra B').check();
  await page.getByLabel('Country', { exact: true }).first().selectOption('AT');
  await page.locator('[name="address.street"]').fill('Ring 1');
  await page.locator('[name="address.postcode"]').fill('1010');
  await page.locator('[name="address.city"]').fill('Wien');
  await page.locator('[name="address.country"]').selectOption('AT');
  await page.getByLabel(/^4 of 5/).check();
  await page.locator('[name="sign.name"]').fill('Ada Berg');
  await page.locator('[name="lines.0.part"]').fill('Bolt');
  await page.locator('[name="lines.0.amount"]').fill('3');
}

const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true }).click();
const yes = (page: Page, name: string) =>
  page.locator(`input[name="${name}"][value="true"]`).check();
const no = (page: Page, name: string) =>
  page.locator(`input[name="${name}"][value="false"]`).check();

/** The controls of a page as a browser would send them. */
async function controls(page: Page): Promise<FormData> {
  const entries = await page.evaluate(() =>
    [...new FormData(document.querySelector('form') as HTMLFormElement)].filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
  const body = new FormData();
  for (const [name, value] of entries) body.append(name, value);
  return body;
}

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form with every kind is sent, and ends on its tracking page', async ({ page }) => {
    await page.goto(`${path}?utm=leaflet`);
    await fillAll(page);
    await no(page, 'express');
    await page.getByLabel('Documents').setInputFiles([pdf('one.pdf'), pdf('zwei ü.pdf')]);
    await send(page);
    await page.waitForURL(/\/t\/.+/);
    await expect(page.locator('.t-reference')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Steps of this submission' })).toBeVisible();
  });

  test('faults stand beside their fields, and nothing that was typed is lost', async ({ page }) => {
    await page.goto(path);
    await fillAll(page);
    await no(page, 'express');
    await page.getByLabel('E-mail').fill('nobody');
    await page.getByLabel('Count', { exact: true }).fill('many');
    await page.getByLabel('Documents').setInputFiles(pdf('kept.pdf'));
    await send(page);
    await expect(page).toHaveURL(new RegExp(path));
    await expect(page.getByRole('alert')).toContainText('2 things to put right');
    await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/e-mail address/);
    await expect(page.getByLabel('E-mail')).toHaveValue('nobody');
    await expect(page.getByLabel('Count', { exact: true })).toHaveValue('many');
    await expect(page.locator('[name="price.amount"]')).toHaveValue('1,234.50');
    await expect(page.locator('[name="price.currency"]')).toHaveValue('USD');
    await expect(page.getByLabel('Extra B')).toBeChecked();
    await expect(page.getByLabel(/kept\.pdf/)).toBeChecked();
    await page.getByLabel('E-mail').fill('ada@example.com');
    await page.getByLabel('Count', { exact: true }).fill('12');
    await send(page);
    await page.waitForURL(/\/t\/.+/);
  });

  test('an answer that opens a question is asked about before anything is sent', async ({
    page,
  }) => {
    await page.goto(path);
    await expect(page.getByLabel('Why so fast')).toHaveCount(0);
    await fillAll(page);
    await yes(page, 'express');
    await page.getByLabel('Documents').setInputFiles(pdf('one.pdf'));
    await send(page);
    await expect(page.getByRole('alert')).toContainText('further questions');
    await page.getByLabel('Why so fast').fill('A birthday');
    await send(page);
    await page.waitForURL(/\/t\/.+/);
  });

  test('rows are added, moved and removed', async ({ page }) => {
    await page.goto(path);
    await page.locator('[name="lines.0.part"]').fill('Bolt');
    await page.getByRole('button', { name: 'Add: Line' }).click();
    await page.locator('[name="lines.1.part"]').fill('Nut');
    await page.getByRole('button', { name: 'Move Line 2 up' }).click();
    await expect(page.locator('[name="lines.0.part"]')).toHaveValue('Nut');
    await expect(page.locator('[name="lines.1.part"]')).toHaveValue('Bolt');
    await page.getByRole('button', { name: 'Remove Line 1' }).click();
    await expect(page.locator('[name="lines.0.part"]')).toHaveValue('Bolt');
    await expect(page.locator('[name="lines.1.part"]')).toHaveCount(0);
  });

  test('the Enter key sends the form and does not press a button of a row', async ({ page }) => {
    await page.goto(path);
    await page.locator('[name="lines.0.part"]').fill('Bolt');
    await page.getByRole('button', { name: 'Add: Line' }).click();
    await page.getByLabel('Name', { exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('things to put right');
    await expect(page.locator('[name="lines.1.part"]')).toHaveCount(1);
  });

  test('numbers are read as the language writes them', async ({ page }) => {
    await page.goto(`${path}?language=de`);
    await page.locator('[name=weight]').fill('zwölf');
    await page.getByRole('button', { name: /^(Senden|Absenden)$/ }).click();
    await expect(page.locator('[name=weight]')).toHaveAttribute('aria-invalid', 'true');
    await page.locator('[name=weight]').fill('1.234,5');
    await page.getByRole('button', { name: /^(Senden|Absenden)$/ }).click();
    await expect(page.locator('[name=weight]')).not.toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[name=weight]')).toHaveValue('1.234,5');
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  });

  test('a double click makes one submission', async ({ page, baseURL }) => {
    await page.goto(path);
    await fillAll(page);
    await no(page, 'express');
    await page.getByLabel('Documents').setInputFiles(pdf('one.pdf'));
    await page.getByRole('button', { name: 'Update the form' }).click();
    await expect(page.getByLabel(/one\.pdf/)).toBeChecked();
    const body = await controls(page);
    const post = () => fetch(`${baseURL}${path}`, { method: 'POST', body, redirect: 'manual' });
    const [first, second] = await Promise.all([post(), post()]);
    expect(first.status).toBe(303);
    expect(second.status).toBe(303);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
  });

  test('a page of another site cannot send the form for its visitors', async ({
    page,
    baseURL,
  }) => {
    await page.goto(path);
    await fillAll(page);
    await no(page, 'express');
    const answer = await fetch(`${baseURL}${path}`, {
      method: 'POST',
      body: await controls(page),
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('was sent from another page');
  });
});

test('the form is accessible before its script is there', async ({ page }) => {
  await page.route('**/light/*.js', (route) => route.abort());
  await page.goto(path);
  await expectAccessible(page);
  await send(page);
  await expect(page.getByRole('alert')).toContainText('things to put right');
  await expectAccessible(page);
});

test('what is too large is refused before it is read', async ({ baseURL }) => {
  const { status, text } = await announced(`${baseURL}${path}`, 40 * 1024 * 1024);
  expect(status).toBe(413);
  expect(text).toContain('too large together');
});

/** The answer to a form of so many bytes that are announced, and never sent. */
async function announced(url: string, bytes: number): Promise<{ status: number; text: string }> {
  const request = httpRequest(url, {
    method: 'POST',
    headers: {
      'content-type': `multipart/form-data; boundary=${randomUUID()}`,
      'content-length': bytes,
    },
  });
  request.flushHeaders();
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  const pieces: Buffer[] = [];
  for await (const piece of response) pieces.push(piece as Buffer);
  request.destroy();
  return { status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString('utf8') };
}
