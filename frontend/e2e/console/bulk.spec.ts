import { expect, test, type Page } from '@playwright/test';
import { LOOKS } from '../looks';
import { downloaded, expectAccessible, newCompany, openPage, signIn, submitForm } from '../support';

/** Opens the list with this company's submission alone, and selects it. */
async function select(page: Page, company: string) {
  await openPage(page, `/submissions?q=${encodeURIComponent(company)}`);
  const row = page.getByRole('row').filter({ hasText: company });
  await row.getByRole('checkbox').check();
  return page.getByRole('region', { name: 'What to do with the selected submissions' });
}

/** On a phone the actions are in a menu. */
async function choose(page: Page, action: string) {
  const menu = page.getByRole('button', { name: 'Actions', exact: true });
  if (await menu.isVisible()) {
    await menu.click();
    await page.getByRole('menuitem', { name: action }).click();
  } else {
    await page.getByRole('button', { name: action }).click();
  }
  return page.getByRole('dialog');
}

for (const { name: look, colorScheme, viewport, tag } of LOOKS) {
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('what is selected is looked at, and exported as it is wanted', async ({ page }) => {
      const company = newCompany();
      await submitForm(page, company);
      await signIn(page);
      const bar = await select(page, company.name);
      await expect(bar).toContainText('One selected');
      await expectAccessible(page);

      const dialog = await choose(page, 'Retry now…');
      await expect(
        dialog.getByText(/The one that you selected|None of them has a step that waits/),
      ).toBeVisible();
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Do nothing' }).click();

      await bar.getByRole('button', { name: 'Export…' }).click();
      const files = page.getByRole('dialog');
      await expectAccessible(page);
      const link = files.getByRole('link', { name: 'Download' });
      const text = await downloaded(page, () => link.click());
      expect(text).toContain('Reference,');
      expect(text).toContain(company.name);
    });
  });
}

test('a bulk action is followed to its end, with what became of each', async ({ page }) => {
  const company = newCompany();
  await submitForm(page, company);
  await signIn(page);
  await select(page, company.name);
  // Whatever has not arrived by now is cancelled; else nothing can take it, and that is said.
  const dialog = await choose(page, 'Cancel…');
  const start = dialog.getByRole('button', { name: 'Cancel one submission' });
  await expect(start.or(dialog.getByText('Each of them has ended already.'))).toBeVisible();
  test.skip(!(await start.isVisible()), 'it was delivered before it could be cancelled');
  await start.click();
  await page.waitForURL(/\/submissions\/bulk\/.+/);
  await expect(page.getByRole('heading', { name: 'Cancel', level: 1 })).toBeVisible();
  await expect(page.getByText(/^Finished/).first()).toBeVisible({ timeout: 60_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Bulk actions' }).first().click();
  await expect(page.getByRole('row').filter({ hasText: 'Cancel' }).first()).toContainText(
    'Finished',
  );
  await expectAccessible(page);
});
