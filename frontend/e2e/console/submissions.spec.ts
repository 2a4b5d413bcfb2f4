import { expect, test, type Page } from '@playwright/test';
import { call } from '../own-form';
import { NIGHTLY } from '../looks';
import { expectAccessible, newCompany, openPage, signIn } from '../support';
import { tabTo, typeInto } from '../tabbing';

/** A submission to find, and who sent it. */
async function submitted(page: Page) {
  const { name: company, email } = newCompany();
  const data = { company, contact_name: 'Ada Berg', email, country: 'NO' };
  const path = '/api/v1/workflows/new-customer/submissions';
  await call(page, 'POST', path, JSON.stringify({ data }));
  const found = await page.request.get(`/api/v1/submissions?q=${encodeURIComponent(email)}`);
  const { items } = (await found.json()) as { items: { reference: string }[] };
  expect(items).toHaveLength(1);
  return { company, email, reference: items[0]?.reference ?? '' };
}

test('somebody without a mouse finds a submission by its e-mail address and opens it', async ({
  page,
}) => {
  await signIn(page);
  const { company, email, reference } = await submitted(page);
  await openPage(page, '/submissions');
  await expect(page.getByRole('link', { name: reference })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByText('One submission')).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: reference })).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: `Select ${reference}` })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('checkbox', { name: `Select ${reference}` })).not.toBeChecked();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);

  await page.goBack();
  await expect(page.getByRole('searchbox', { name: 'Search' })).toHaveValue(email);
  await expect(page.getByRole('link', { name: reference })).toBeVisible();
});

test('a view is saved, gone back to and deleted without a mouse', async ({ page }) => {
  await signIn(page);
  await submitted(page);
  const name = `Mine ${Date.now().toString(36)}`;
  await openPage(page, '/submissions?source=api&sort=oldest');
  await tabTo(page, page.getByRole('button', { name: 'Save this view' }));
  await page.keyboard.press('Enter');
  await typeInto(page, page.getByRole('textbox', { name: /Name/ }), name);
  await page.keyboard.press('Enter');
  const tab = page.getByRole('link', { name });
  await expect(tab).toHaveAttribute('aria-current', 'page');

  await openPage(page, '/submissions');
  await expect(tab).not.toHaveAttribute('aria-current', 'page');
  await tabTo(page, tab);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/source=api.*sort=oldest/);
  await expect(page.getByRole('button', { name: 'Remove the filter Source: API' })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Change the view' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Delete the view' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(tab).toHaveCount(0);
});

test('each filter is one step back', async ({ page }) => {
  await signIn(page);
  await submitted(page);
  await openPage(page, '/submissions');
  await page.getByRole('link', { name: 'Failed', exact: true }).click();
  await expect(page).toHaveURL(/status=failed/);
  // The address is there before the page has read it.
  await expect(page.getByRole('button', { name: 'Remove the filter State: Failed' })).toBeVisible();
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('checkbox', { name: 'Cancelled' }).click();
  await expect(page).toHaveURL(/status=failed&status=cancelled/);
  await page.goBack();
  await expect(page).toHaveURL(/status=failed$/);
  await page.goBack();
  await expect(page).toHaveURL(/\/submissions$/);
});

test('an address full of nonsense shows the list', async ({ page }) => {
  await signIn(page);
  const { reference } = await submitted(page);
  await openPage(
    page,
    '/submissions?status=exploded&workflow=..%2F..&from=2026-02-31&sort=x&view=1',
  );
  await expect(page.getByRole('link', { name: reference })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const)
  test(
    `the list with its filters and dialogs is accessible in ${colorScheme} colours`,
    {
      tag: colorScheme === 'dark' ? NIGHTLY : [],
    },
    async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await signIn(page);
      const { reference } = await submitted(page);
      await expect(page.getByRole('link', { name: reference })).toBeVisible();
      await page.getByRole('button', { name: 'More filters' }).click();
      await page.getByRole('checkbox', { name: `Select ${reference}` }).check();
      await expectAccessible(page);
      for (const opener of ['Columns', 'Save this view']) {
        await page.getByRole('button', { name: opener }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
        await expectAccessible(page);
        await page.keyboard.press('Escape');
      }
    },
  );
