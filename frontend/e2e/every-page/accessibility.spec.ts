import { expect, test } from '@playwright/test';
import { EVERY_LOOK, expectFits } from '../looks';
import { openFirst, openPage, signIn, submitForm, openForm, sendButton } from '../support';

for (const { name, colorScheme, viewport, tag } of EVERY_LOOK) {
  test.describe(name, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('every public page is accessible and fits', async ({ page }) => {
      await page.goto('/');
      await expectFits(page);
      await openForm(page);
      await sendButton(page).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      await expectFits(page);
      await submitForm(page);
      await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
      await expectFits(page);
      await page.goto('/t/not-a-token');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectFits(page);
      await page.goto('/no-such-page');
      await expectFits(page);
    });

    test('every operator page is accessible and fits', async ({ page }) => {
      await openPage(page, '/sign-in');
      await expectFits(page);
      await signIn(page);
      await expect(page.getByRole('link', { name: /^WB-/ }).first()).toBeVisible();
      await expectFits(page);
      await openFirst(page);
      await page.locator('summary').first().click();
      await expectFits(page);
      await openPage(page, '/submissions?q=nobody-has-this-name');
      await expect(page.getByText('No submission fits these filters')).toBeVisible();
      await expectFits(page);
    });
  });
}
