import { expect, test, type Page } from '@playwright/test';
import { FORM, awake, newCompany, openPage, signIn, submitForm } from '../support';

/** Opens a page whose scripts do not arrive before they are let. */
async function openAsleep(page: Page, path: string) {
  let wake = () => {};
  const held = new Promise<void>((resolve) => (wake = resolve));
  await page.route('**/_next/static/**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: 'commit' });
  return async () => {
    await expect(page.locator('html[data-awake]')).not.toBeAttached();
    wake();
    await awake(page);
  };
}

for (const { locale, sent } of [
  { locale: 'en-GB', sent: 'If ' },
  { locale: 'de-AT', sent: 'Wenn ' },
])
  test.describe(`a reader of ${locale}`, () => {
    test.use({ locale });

    test('sends a form before its script is there: it goes once, by the script', async ({
      page,
    }) => {
      const { email } = newCompany();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
      });
      const wake = await openAsleep(page, '/forgot-password');
      // In another language nothing is shown before it is the right one, for some seconds at most.
      await expect(page.locator('input[name=email]')).toBeVisible();
      await page.locator('input[name=email]').fill(email);
      await page.locator('input[name=email]').press('Enter');
      await page.locator('button[type=submit]').click();
      expect(new URL(page.url()).search).toBe('');
      await wake();
      await expect(page.getByRole('status')).toContainText(email);
      await expect(page.getByRole('status')).toContainText(sent);
      expect(asked.filter((path) => path.endsWith('/password/request'))).toHaveLength(1);
    });
  });

test('a new password never stands in an address', async ({ page }) => {
  const wake = await openAsleep(page, '/reset-password/none');
  await page.getByLabel('New password').fill('a few good words');
  await page.getByLabel('New password').press('Enter');
  expect(new URL(page.url()).search).toBe('');
  await wake();
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
});

test('an address is proved by a button that was pressed early', async ({ page }) => {
  const wake = await openAsleep(page, '/verify-email/none');
  await page.getByRole('button', { name: 'This is my address' }).click();
  await wake();
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what is sought early is sought with the filters of the address', async ({ page }) => {
    await signIn(page);
    const wake = await openAsleep(page, '/submissions?status=failed');
    await page.getByRole('searchbox', { name: 'Search' }).fill('nobody-has-this-name');
    await page.keyboard.press('Enter');
    await wake();
    await page.waitForURL('**/submissions?q=nobody-has-this-name&status=failed');
    await expect(page.getByRole('searchbox')).toHaveValue('nobody-has-this-name');
    await expect(page.getByText('No submission fits these filters')).toBeVisible();
  });

  test('the menu opens though it was pressed early', async ({ page }) => {
    await signIn(page);
    const wake = await openAsleep(page, '/overview');
    await page.getByRole('button', { name: 'Menu' }).click();
    await wake();
    await expect(page.getByRole('dialog', { name: 'Menu' })).toBeVisible();
  });
});

test('every page with a script says when it is awake', async ({ page }) => {
  for (const path of ['/no-such-page?x=1', '/sign-in', '/sign-up?invitation=none', FORM])
    await openPage(page, path);
  await submitForm(page);
  await awake(page);
});
