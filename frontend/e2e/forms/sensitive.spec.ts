import { expect, test, type Page } from '@playwright/test';
import {
  consoleErrors,
  expectAccessible,
  newCompany,
  openForm,
  openPage,
  sendButton,
  signIn,
} from '../support';

const FORM = '/f/bank-details';

/** An account number that no other run has sent. */
const newAccount = () => `DE89 3704 ${Date.now()}`;

async function fill(page: Page, account: string) {
  const company = newCompany();
  await openForm(page, FORM);
  await page.getByLabel('Company', { exact: true }).fill(company.name);
  await page.getByLabel('E-mail', { exact: true }).fill(company.email);
  await accountField(page).fill(account);
  return company;
}

const accountField = (page: Page) => page.locator('input[type=password]');

test('an account number is hidden while it is typed, and shown on request', async ({ page }) => {
  await fill(page, 'DE89 3704');
  await expect(accountField(page)).toHaveAttribute('autocomplete', 'off');
  await page.getByRole('button', { name: 'Show Account number' }).click();
  await expect(page.getByRole('textbox', { name: /^Account number/ })).toHaveValue('DE89 3704');
  await expectAccessible(page);
});

test('a reload keeps the other answers and not the account number', async ({ page }) => {
  const account = newAccount();
  const company = await fill(page, account);
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  await expect.poll(kept).toContain(company.name);
  expect(await kept()).not.toContain(account);
  await page.reload();
  await expect(page.getByLabel('Company', { exact: true })).toHaveValue(company.name);
  await expect(accountField(page)).toHaveValue('');
  await expect(page.getByText('except the sensitive ones')).toBeVisible();
});

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
]) {
  test(`only who asks sees it, at ${viewport.width} pixels`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const account = newAccount();
    const company = await fill(page, account);
    await sendButton(page).click();
    await page.waitForURL(/\/t\/.+/);
    await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
    expect(await page.content()).not.toContain(account);

    await signIn(page);
    const errors = consoleErrors(page);
    await openPage(page, `/submissions?q=${encodeURIComponent(company.name)}`);
    await page.getByRole('link', { name: /^WB-/ }).click();
    await expect(page.getByText('Hidden')).toBeVisible();
    expect(await page.content()).not.toContain(account);
    await expectAccessible(page);
    const answer = page.waitForResponse((response) => response.url().endsWith('/reveal'));
    await page.getByRole('button', { name: 'Show sensitive answers' }).click();
    expect((await answer).status()).toBe(200);
    await expect(page.getByText(account)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Hide sensitive answers' }).click();
    await expect(page.getByText(account)).toBeHidden();
    await page.reload();
    await expect(page.getByText('Hidden')).toBeVisible();
    expect(errors).toEqual([]);
  });
}
