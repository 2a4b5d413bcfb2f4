import { expect, test } from '@playwright/test';
import { LOOKS, expectFits } from '../looks';
import { newCompany, openFirst, openPage, signIn, submitForm } from '../support';

for (const { name, colorScheme, viewport, tag } of LOOKS) {
  test.describe(name, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('what somebody looked at is in the log, with its details', async ({ page }) => {
      await submitForm(page);
      await signIn(page);
      const reference = await openFirst(page);
      const entry = page.getByRole('button', { name: 'looked at a submission' }).first();
      await expect(async () => {
        await openPage(page, '/settings/audit?action=submission.');
        await expect(entry).toBeVisible({ timeout: 5_000 });
      }).toPass();
      await expectFits(page);
      await entry.click();
      const dialog = page.getByRole('dialog', { name: 'Audit entry' });
      await expect(dialog).toContainText(reference);
      await expect(page.getByText('From where', { exact: true }).last()).toBeVisible();
      await expectFits(page);
      await page.keyboard.press('Escape');
      await page.getByLabel('Search').fill('nothing-says-this');
      await expect(page.getByText('No entry fits these filters')).toBeVisible();
      await expectFits(page);
    });

    test('a person is found, exported and erased', async ({ page }) => {
      const company = newCompany();
      await submitForm(page, company);
      await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
      await signIn(page);
      await openPage(page, '/settings/privacy');
      await page.getByLabel('Find a person').fill(company.email);
      await page.getByRole('button', { name: 'Find', exact: true }).click();
      await expect(page.getByRole('heading', { name: company.email })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Export as JSON' })).toBeVisible();
      await expectFits(page);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Export as JSON' }).click();
      expect((await download).suggestedFilename()).toMatch(/^person-.*\.json$/);
      await page.getByRole('button', { name: 'Erase this person…' }).click();
      await expectFits(page);
      await page.getByLabel(/Type .* to confirm/).fill(company.email);
      await page.getByRole('button', { name: 'Erase for good' }).click();
      await expect(page.getByText('States, times and counts were kept.').first()).toBeVisible();
      await openPage(page, `/submissions?q=${encodeURIComponent(company.email)}`);
      await expect(page.getByText('No submission fits these filters')).toBeVisible();
      await openPage(page, '/settings/audit?action=privacy.');
      await expect(page.getByRole('button', { name: 'erased a person' }).first()).toBeVisible();
      await expect(page.getByText(company.email)).toHaveCount(0);
    });

    test('how long a workflow is kept is changed with its price in sight', async ({ page }) => {
      await signIn(page);
      await openPage(page, '/settings/privacy');
      const change = page.getByRole('button', { name: /^Change how long “(?!All)/ }).first();
      await change.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('For a number of days').check();
      await dialog.getByLabel(/Days after/).fill('3650');
      await expect(dialog.getByText(/so nothing is deleted now/)).toBeVisible();
      await expectFits(page);
      await dialog.getByRole('button', { name: 'Keep for 3650 days' }).click();
      await expect(page.getByText(/is kept for 3650 days from now on/).first()).toBeVisible();
      await expectFits(page);
      await change.click();
      await dialog.getByLabel(/^As all workflows/).check();
      await dialog.getByRole('button', { name: 'Keep for good' }).click();
      await expect(page.getByText(/is kept for good from now on/).first()).toBeVisible();
      await openPage(page, '/settings/audit?action=workflow.');
      const entry = page.getByRole('button', { name: 'changed how long submissions are kept' });
      await expect(entry.first()).toBeVisible();
    });
  });
}

test('an export comes as a file that is written down itself', async ({ page }) => {
  await signIn(page);
  await openPage(page, '/settings/audit');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toBe('audit.csv');
  await openPage(page, '/settings/audit?action=audit.');
  await expect(page.getByRole('button', { name: 'exported the audit log' }).first()).toBeVisible();
});
