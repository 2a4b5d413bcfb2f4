import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, signIn, submitForm, openForm, sendButton } from '../support';

const LOOKS = [
  { name: 'light at a desk', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { name: 'dark at a desk', colorScheme: 'dark', viewport: { width: 1280, height: 800 } },
  { name: 'light on a phone', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { name: 'dark on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

async function expectGood(page: Page) {
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
}

for (const { name, colorScheme, viewport } of LOOKS) {
  test.describe(name, () => {
    test.use({ colorScheme, viewport });

    test('every public page is accessible and fits', async ({ page }) => {
      await page.goto('/');
      await expectGood(page);
      await openForm(page);
      await sendButton(page).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      await expectGood(page);
      await submitForm(page);
      await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
      await expectGood(page);
      await page.goto('/t/not-a-token');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectGood(page);
      await page.goto('/no-such-page');
      await expectGood(page);
    });

    test('every operator page is accessible and fits', async ({ page }) => {
      await page.goto('/sign-in');
      await expectGood(page);
      await signIn(page);
      await expect(page.getByRole('link', { name: /^WB-/ }).first()).toBeVisible();
      await expectGood(page);
      await page.getByRole('link', { name: /^WB-/ }).first().click();
      await page.locator('summary').first().click();
      await expectGood(page);
      await page.goto('/submissions?q=nobody-has-this-name');
      await expect(page.getByText('No submission fits these filters')).toBeVisible();
      await expectGood(page);
    });
  });
}
