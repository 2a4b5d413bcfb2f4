import { expect, test } from '@playwright/test';
import { call } from '../own-form';
import { downloaded, expectAccessible, newCompany, openPage, signIn } from '../support';
import { tabTo, typeInto } from '../tabbing';

test.use({ locale: 'en-GB' });

test('somebody without a mouse finds what failed, repairs it and exports it', async ({ page }) => {
  test.setTimeout(180_000);
  const press = (key: string) => page.keyboard.press(key);
  const { name: company, email } = newCompany();
  await signIn(page);
  // The ERP knows no such country, so the step fails for the answers.
  const data = { company, contact_name: 'Ada Berg', email, country: 'XK' };
  const path = '/api/v1/workflows/new-customer/submissions';
  await call(page, 'POST', path, JSON.stringify({ data }));

  await openPage(page, '/submissions?status=failed');
  await press('/');
  await page.keyboard.type(email);
  await press('Enter');
  await expect(page.getByText('One submission')).toBeVisible({ timeout: 60_000 });
  const rows = page.locator('a[data-way]');
  await expect(rows).toHaveCount(1);
  await press('j');
  await expect(rows).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);

  await tabTo(page, page.getByRole('button', { name: 'Correct and resume' }));
  await press('Enter');
  await typeInto(page, page.getByLabel('Country', { exact: true }), 'Austria');
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: 'Resume with these answers' }));
  await press('Enter');
  await expect(page.getByText('Everything delivered')).toBeVisible({ timeout: 60_000 });

  await openPage(page, '/submissions');
  await typeInto(page, page.getByRole('searchbox', { name: 'Search' }), email);
  await press('Enter');
  await expect(page.getByText('2 submissions', { exact: true })).toBeVisible();
  await expect(rows).toHaveCount(2);
  await press('j');
  await expect(rows.first()).toBeFocused();
  await press('x');
  await tabTo(page, page.getByRole('button', { name: 'Export…' }));
  await press('Enter');
  await tabTo(page, page.getByRole('dialog').getByRole('link', { name: 'Download' }));
  const text = await downloaded(page, () => press('Enter'));
  expect(text).toContain(email);
});
