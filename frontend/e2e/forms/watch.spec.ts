import { expect, test } from '@playwright/test';
import { LOOKS, expectFits } from '../looks';
import { consoleErrors, openPage, signIn } from '../support';

const PAGES = [
  ['/overview', 'Overview'],
  ['/alerts', 'Alerts'],
  ['/alerts/rules', 'When something is an alert'],
  ['/alerts/routes', 'Where alerts go'],
  ['/alerts/messages', 'Messages sent'],
  ['/callbacks', 'Callbacks'],
] as const;

for (const { name, colorScheme, viewport, tag } of LOOKS) {
  test.describe(name, { tag }, () => {
    test.use({ colorScheme, viewport });

    for (const [path, heading] of PAGES) {
      test(`${path} is accessible and keeps to its width`, async ({ page }) => {
        await signIn(page);
        const errors = consoleErrors(page);
        await openPage(page, path);
        await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expectFits(page);
        expect(errors).toEqual([]);
      });
    }
  });
}

test('a number of the overview leads to the submissions that make it', async ({ page }) => {
  await signIn(page);
  await openPage(page, '/overview?period=week');
  const figure = page.getByRole('figure', { name: 'Accepted', exact: true });
  await figure.getByRole('button', { name: 'As a table' }).click();
  await expect(figure.getByRole('table')).toBeVisible();
  await page.locator('dl').getByRole('link').first().click();
  await expect(page).toHaveURL(/\/submissions\?.*accepted_within=week/);
});

test('an endpoint is made, pinged, rotated and deleted by keyboard', async ({ page }) => {
  await signIn(page);
  await openPage(page, '/callbacks');
  await page.getByRole('button', { name: 'New endpoint' }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('receiver.invalid/waybill');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await page.getByRole('button', { name: 'I have stored it' }).press('Enter');
  await page.getByRole('button', { name: 'Send a ping' }).press('Enter');
  await expect(page.getByText(/The ping did not arrive at the first try/)).toBeVisible({
    timeout: 30_000,
  });
  await page.getByRole('button', { name: 'New secret' }).press('Enter');
  await page.getByRole('button', { name: 'Make a new secret' }).press('Enter');
  await expect(page.getByText(/^whsec_/)).toBeVisible();
  await page.getByRole('button', { name: 'I have stored it' }).press('Enter');
  await expect(page.getByText(/The former secret signs too/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete' }).press('Enter');
  await page.getByRole('button', { name: 'Delete for good' }).press('Enter');
  await expect(page).toHaveURL(/\/callbacks$/);
});
