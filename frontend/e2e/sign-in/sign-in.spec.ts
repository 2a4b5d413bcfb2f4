import { expect, test } from '@playwright/test';
import { awake, credentials, openPage } from '../support';

const SCRIPT = '**/light/sign-in-*.js';
const button = { name: 'Sign in', exact: true };

test('what is typed before the script is there stays, and is not sent by the browser', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(SCRIPT, async (route) => {
    await held;
    await route.continue();
  });
  const { email, password } = credentials();
  await page.goto('/sign-in?next=/settings/security', { waitUntil: 'commit' });
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByLabel('Password').press('Enter');
  await page.getByRole('button', button).click();
  expect(new URL(page.url()).search).toBe('?next=/settings/security');

  release();
  await expect(page.locator('button[type=submit]')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await page.getByLabel('Password').press('Enter');
  await page.waitForURL('**/settings/security');
  await expect(page.getByRole('heading', { name: 'Your sign-in' })).toBeVisible();
});

for (const [path, name] of [
  ['/connections/mail?from=alert', 'E-mail'],
  ['/workflows/new-customer', 'New customer'],
]) {
  test(`a link to ${path} leads there by way of the sign-in`, async ({ page }) => {
    const { email, password } = credentials();
    await page.goto(path ?? '');
    await page.waitForURL(/\/sign-in\?next=/);
    await awake(page);
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByLabel('Password').press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: name ?? '' })).toBeVisible();
    expect(page.url()).toMatch(new RegExp(`${path?.replace('?', '[?]')}$`));
  });
}

test('a wrong password is said, and the address stays', async ({ page }) => {
  await openPage(page, '/sign-in');
  await page.getByLabel('E-mail').fill('nobody@demo.example');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', button).click();
  await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@demo.example');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the page says that it needs one', async ({ page }) => {
    await page.goto('/sign-in');
    await expect(page.getByText('This page needs JavaScript.')).toBeVisible();
  });
});
