import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { publishForm } from '../own-form';
import { openForm, sendButton } from '../support';

const GIB = 1024 ** 3;
const NO_PDF = Buffer.from('not what its name says');

const withFile = (slug: string) => `
workflow: ${slug}
name: With a file
form:
  address: ${slug}
  title: With a file
  fields:
    name: {kind: text, label: Name}
    plan: {kind: file, label: Plan, accept: [pdf]}
steps:
  mail: {use: mail/email.send, with: {to: ada@example.com, subject: A plan, text: "\${{ input.name }}"}}
`;

let folder: string;
let huge: string;
let empty: string;
let path: string;

test.beforeAll(async ({ browser }) => {
  folder = mkdtempSync(join(tmpdir(), 'waybill-large-'));
  huge = join(folder, 'عقد العميل.pdf');
  writeFileSync(huge, '%PDF-1.7\n');
  // A hole: it takes no room on the disk.
  truncateSync(huge, 10 * GIB);
  empty = join(folder, 'empty.pdf');
  writeFileSync(empty, '');
  path = await publishForm(browser, withFile);
});

test.afterAll(() => rmSync(folder, { recursive: true }));

const chooser = (page: Page) => page.locator('input[type=file]');

test('a file of 10 GB is refused at once beside its question, and the page goes on', async ({
  page,
}) => {
  let sent = 0;
  await page.route('**/uploads', (route) => {
    sent += 1;
    return route.continue();
  });
  await openForm(page, path);
  await page.getByLabel('Name').fill('Ada Berg');
  await chooser(page).setInputFiles(huge);
  const files = page.getByRole('list', { name: 'Files for Plan' });
  await expect(files).toContainText('The file has 10 GB; at most 10 MB fit.');
  await expect(files).toContainText('عقد العميل.pdf');
  expect(sent).toBe(0);
  await expect(page.getByLabel('Name')).toHaveValue('Ada Berg');
  await files.getByRole('button', { name: /^Remove/ }).click();
  await chooser(page).setInputFiles(empty);
  await expect(files).toContainText('The file is empty.');
  await sendButton(page).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('Plan');
});

test('a name in Arabic stands where the other names stand, and keeps its own direction', async ({
  page,
}) => {
  await openForm(page, path);
  const names = ['plan.pdf', 'عقد العميل.pdf', `${'عقد العميل '.repeat(14)}.pdf`];
  for (const name of names) {
    await chooser(page).setInputFiles({ name, mimeType: 'application/pdf', buffer: NO_PDF });
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    // One file may be on its way; there is room for the next when this one is refused.
    await expect(page.locator('.f-file[data-refused]').filter({ hasText: name })).toBeVisible();
  }
  const places = await page.locator('.f-file').evaluateAll((rows) =>
    rows.map((row) => {
      const name = row.querySelector('.f-name');
      const { left, right } = (name as Element).getBoundingClientRect();
      const inner = row.getBoundingClientRect();
      return {
        start: Math.round(left - inner.left),
        inside: right < inner.right,
        direction: getComputedStyle(name as Element).direction,
      };
    }),
  );
  const [first] = places;
  expect(places).toEqual([
    { start: first?.start, inside: true, direction: 'ltr' },
    { start: first?.start, inside: true, direction: 'rtl' },
    { start: first?.start, inside: true, direction: 'rtl' },
  ]);
  expect(first?.start).toBeLessThan(24);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('a form with a file of 10 GB is refused in a sentence, and nobody reads it', async ({
    page,
  }) => {
    await page.goto(path);
    await page.getByLabel('Name').fill('Ada Berg');
    await chooser(page).setInputFiles(huge);
    await sendButton(page).click({ noWaitAfter: true });
    await expect(page.getByRole('alert')).toContainText('too large together: at most 11 MB', {
      timeout: 30_000,
    });
    await page.goBack();
    await expect(page.getByLabel('Name')).toHaveValue('Ada Berg');
  });

  test('an empty file is refused beside its question', async ({ page }) => {
    await page.goto(path);
    await page.getByLabel('Name').fill('Ada Berg');
    await chooser(page).setInputFiles(empty);
    await sendButton(page).click();
    await expect(chooser(page)).toHaveAccessibleDescription(/The file is empty/);
    await expect(page.getByLabel('Name')).toHaveValue('Ada Berg');
  });
});
