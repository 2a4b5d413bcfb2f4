import { expect, test } from '@playwright/test';
import { newCompany, openForm } from '../support';
import { tabTo } from '../tabbing';

test('the form can be found wrong, put right and sent with the keyboard alone', async ({
  page,
}) => {
  const company = newCompany();
  await openForm(page);
  await tabTo(page, page.getByLabel(/company/i));
  await page.keyboard.press('Enter');
  const summary = page.getByRole('main').getByRole('alert');
  await expect(summary).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Company')).toBeFocused();
  await page.keyboard.type(company.name);
  await tabTo(page, page.getByLabel(/contact/i));
  await page.keyboard.type('Ada Berg');
  await tabTo(page, page.getByLabel(/e-?mail/i));
  await page.keyboard.type(company.email);
  await tabTo(page, page.getByLabel(/country/i));
  await page.keyboard.type('Norway');
  await expect(page.getByLabel('Country').locator('option:checked')).toHaveText('Norway');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\/.+/);
  await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
});
