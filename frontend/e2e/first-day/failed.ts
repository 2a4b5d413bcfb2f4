import { expect, type Page } from '@playwright/test';
import { downloaded, openPage } from '../support';
import type { Lead } from './leads';
import { part, picture } from './pictures';

/** Of what takes a minute where nothing else runs. */
const SLOWEST = 600_000;

const told = (count: number) => `${count} submissions`;

/** The list as it stands has so many, once the last of them has ended. */
export async function expectEach(page: Page, count: number) {
  await expect(async () => {
    await page.reload();
    await expect(page.getByText(told(count), { exact: true })).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: SLOWEST });
}

async function selectAll(page: Page, count: number) {
  await page.getByRole('checkbox', { name: 'Select all that are loaded' }).check();
  await page.getByRole('button', { name: /^Select everything that matches/ }).click();
  await expect(page.getByText(`${count} selected`, { exact: true })).toBeVisible();
}

/** Everything that failed goes on, and is followed to its end. */
export async function takeUpAll(page: Page, count: number) {
  await openPage(page, '/submissions?status=failed');
  await expectEach(page, count);
  await selectAll(page, count);
  await page.getByRole('button', { name: 'Take up again…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(`All ${count} that you selected.`)).toBeVisible();
  await dialog.getByRole('radio', { name: 'As fast as possible' }).check();
  await part(dialog, 'bulk');
  await dialog.getByRole('button', { name: `Take up ${told(count)}` }).click();
  await page.waitForURL(/\/submissions\/bulk\/.+/);
  await expect(page.getByText(`Finished: ${told(count)} treated.`).first()).toBeVisible({
    timeout: SLOWEST,
  });
}

/** The file of all that ever failed, with the answers of one that is known. */
export async function exportAll(page: Page, count: number, known: Lead) {
  await openPage(page, '/submissions?status=failed');
  await expectEach(page, count);
  await selectAll(page, count);
  await page.getByRole('button', { name: 'Export…' }).click();
  const link = page.getByRole('dialog').getByRole('link', { name: 'Download' });
  const text = await downloaded(page, () => link.click());
  expect(text).toContain(known.email);
  expect(text.trim().split('\n')).toHaveLength(count + 1);
}

/** The one that failed for its own answers. */
export async function findAndCorrect(page: Page, lead: Lead) {
  await openPage(page, '/submissions');
  await page.getByRole('searchbox', { name: 'Search' }).fill(lead.email);
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 submissions', { exact: true })).toBeVisible();
  await page.getByRole('link', { name: /^WB-/ }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(lead.company);
  await page.getByRole('button', { name: 'Correct and resume' }).click();
  await page.getByLabel('Country', { exact: true }).selectOption({ label: 'Austria' });
  await page.getByRole('button', { name: 'Resume with these answers' }).click();
  await expect(page.getByText('Everything delivered')).toBeVisible({ timeout: 120_000 });
  await picture(page, 'corrected', 400);
}
