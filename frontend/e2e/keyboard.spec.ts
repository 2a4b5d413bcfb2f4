import { expect, test, type Page } from '@playwright/test';
import { newCompany, openForm } from './support';

/** Goes on with Tab until the field with this label has the focus. */
async function tabTo(page: Page, label: RegExp) {
  const field = page.getByLabel(label);
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab');
    if (await field.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${label}.`);
}

test('the form can be found wrong, put right and sent with the keyboard alone', async ({
  page,
}) => {
  const company = newCompany();
  await openForm(page);
  await tabTo(page, /company/i);
  await page.keyboard.press('Enter');
  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Company')).toBeFocused();
  await page.keyboard.type(company.name);
  await tabTo(page, /contact/i);
  await page.keyboard.type('Ada Berg');
  await tabTo(page, /e-?mail/i);
  await page.keyboard.type(company.email);
  await tabTo(page, /country/i);
  await page.keyboard.type('Norway');
  await expect(page.getByLabel('Country').locator('option:checked')).toHaveText('Norway');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\/.+/);
  await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
});
