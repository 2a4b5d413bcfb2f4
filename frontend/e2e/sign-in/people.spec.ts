import { createHmac } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import { latestLink, linksTo } from '../mailbox';
import { LOOKS, expectFits } from '../looks';
import { consoleErrors, credentials, awake, expectAccessible, openPage } from '../support';

/** What an authenticator app shows now (RFC 6238). */
function totp(secret: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((c) => alphabet.indexOf(c).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from(bits.match(/.{8}/g)?.map((byte) => parseInt(byte, 2)) ?? []);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 0x0f) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

async function enter(page: Page, password = credentials().password) {
  await openPage(page, '/sign-in');
  await page.getByLabel('E-mail').fill(credentials().email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function openSecurity(page: Page) {
  await openPage(page, '/settings/security');
  await expect(page.getByRole('heading', { name: 'Your sign-in' })).toBeVisible();
  await expect(page.getByText('this one')).toBeVisible();
}

async function showPassword(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Is it really you?' });
  await dialog.getByLabel('Password').fill(credentials().password);
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(dialog).toBeHidden();
}

/** A device with a lock of its own, as the browser's tools make it. */
async function passkeyDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

test('an app is added, asked for at the next sign-in, and removed again', async ({ page }) => {
  const errors = consoleErrors(page);
  await enter(page);
  await expect(page).toHaveURL(/\/overview/);
  await openSecurity(page);
  await page.getByRole('button', { name: 'Add an app' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  const secret = ((await page.locator('form code').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Code that the app shows now').fill(totp(secret));
  await page.getByRole('button', { name: 'Turn on' }).click();
  await showPassword(page);
  const codes = page.getByRole('region', { name: /Keep these codes/ });
  await expect(codes.getByRole('listitem')).toHaveCount(10);
  await expectAccessible(page);
  const recovery = (await codes.getByRole('listitem').allTextContents()).map((code) => code.trim());
  await codes.getByRole('button', { name: 'I have kept them' }).click();

  await page.getByRole('button', { name: 'Sign out' }).click();
  // Whoever opens the sign-in before the session has ended is led on.
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await enter(page);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Use a recovery code' }).click();
  await page.getByLabel('Recovery code').fill(recovery[0] ?? '');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page).toHaveURL(/\/overview/);

  await openSecurity(page);
  await expect(page.getByText('9 of 10 are left.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove the app' }).click();
  await showPassword(page);
  await expect(page.getByRole('button', { name: 'Add an app' })).toBeVisible();
  expect(errors.filter((error) => !/40[0-9]/.test(error))).toEqual([]);
});

test('a passkey is added and signs in without a password', async ({ page }) => {
  await passkeyDevice(page);
  await enter(page);
  await expect(page).toHaveURL(/\/overview/);
  await openSecurity(page);
  const name = `Laptop ${Date.now()}`;
  await page.getByLabel('Name of a new passkey').fill(name);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await showPassword(page);
  await expect(page.getByText(name)).toBeVisible();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await expect(page).toHaveURL(/\/overview/);
  await openSecurity(page);
  await page.getByRole('button', { name: `Remove the passkey ${name}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page.getByText(name)).toBeHidden();
});

// Three such mails go to an address in an hour.
test('a lost password is set anew through the mailbox', async ({ page }) => {
  const { email, password } = credentials();
  const known = await linksTo(email, '/reset-password');
  await openPage(page, '/sign-in');
  await page.getByRole('link', { name: 'Forgot the password?' }).click();
  // The page before it has such a field, too.
  await expect(page.getByRole('heading', { name: 'Forgot the password?' })).toBeVisible();
  await awake(page);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByRole('status')).toContainText('If ');
  await expectAccessible(page);
  await openPage(page, await latestLink(email, '/reset-password', known));
  await expectAccessible(page);
  await page.getByLabel('New password').fill('password');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText(/too common/)).toBeVisible();
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page).toHaveURL(/\/overview/);
});

test('another session is ended from here', async ({ page, browser }) => {
  const elsewhere = await (await browser.newContext()).newPage();
  await enter(elsewhere);
  await expect(elsewhere).toHaveURL(/\/overview/);
  await enter(page);
  await expect(page).toHaveURL(/\/overview/);
  await openSecurity(page);
  const all = page.getByRole('button', { name: 'End all others' });
  const one = page.getByRole('button', { name: /^End the session from/ });
  await expect(one.first()).toBeVisible();
  await ((await all.isVisible()) ? all : one.first()).click();
  await expect(one).toHaveCount(0);
  await elsewhere.reload();
  await expect(elsewhere.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});

for (const { name, colorScheme, viewport, tag } of LOOKS) {
  test.describe(name, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('every page of people is accessible and fits', async ({ page }) => {
      for (const path of [
        '/sign-in',
        '/sign-in?error=signup_closed',
        '/forgot-password',
        '/reset-password/none',
        '/verify-email/none',
        '/sign-up',
        '/sign-up?invitation=none',
      ]) {
        await openPage(page, path);
        await expect(page.getByRole('heading').first()).toBeVisible();
        await expectFits(page);
      }
      await enter(page);
      await expect(page).toHaveURL(/\/overview/);
      await openSecurity(page);
      await page.getByRole('button', { name: 'Add an app' }).click();
      await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
      await expectFits(page);
      await page.getByLabel('Code that the app shows now').fill('000000');
      await page.getByRole('button', { name: 'Turn on' }).click();
      await expect(page.getByText('Incorrect code.')).toBeVisible();
    });
  });
}
