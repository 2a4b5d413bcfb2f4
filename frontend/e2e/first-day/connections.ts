import { expect, type Page } from '@playwright/test';
import { picture } from './pictures';

const given = (name: string) => process.env[name] ?? '';

/** Keys that Tryton takes: of a user who may do all that Waybill does, and of one who may not. */
export const KEYS = { ours: () => given('TRYTON_KEY'), anothers: () => given('TRYTON_VERIFY_KEY') };

async function choose(page: Page, search: string, system: RegExp) {
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill(search);
  await page.getByRole('button', { name: system }).click();
}

async function tried(page: Page) {
  await page.getByRole('button', { name: 'Test the connection' }).click();
  await expect(page.getByText('It works', { exact: true })).toBeVisible();
}

async function save(page: Page, name: string) {
  await page.getByRole('button', { name: 'Save the connection' }).click();
  await expect(page.getByRole('heading', { name: `${name} is connected` })).toBeVisible();
}

export async function connectTryton(page: Page, name: string) {
  await choose(page, 'tryton', /^Tryton/);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Address', { exact: true }).fill(given('TRYTON_URL'));
  await page.getByLabel('Company', { exact: true }).fill(given('TRYTON_COMPANY'));
  await page.getByLabel('Application key').fill(KEYS.ours());
  await tried(page);
  await picture(page, 'connection', 370);
  await save(page, name);
}

export async function connectMail(page: Page, name: string) {
  await choose(page, 'mail', /^E-?mail/i);
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Mail server').fill(given('SMTP_HOST'));
  await page.getByLabel('Port').fill(given('SMTP_PORT'));
  await page.getByLabel('Encryption').selectOption({ label: 'None' });
  await page.getByLabel(/^Sender['’]s address/).fill('orders@nordwind.example.com');
  await tried(page);
  await save(page, name);
}

/** Types a key into the dialog that is open, and tests it. */
export async function tryKey(
  page: Page,
  key: string,
  verdict: 'It works' | 'It does not work yet',
) {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Application key').fill(key);
  await dialog.getByRole('button', { name: 'Test the new ones' }).click();
  await expect(dialog.getByText(verdict, { exact: true })).toBeVisible();
  return dialog;
}
