import { expect, test, type Page } from '@playwright/test';
import { LOOKS, expectFits } from '../looks';
import { expectAccessible, openPage, signIn } from '../support';

async function open(page: Page) {
  await signIn(page);
  await openPage(page, '/settings/keys');
  await expect(page.getByRole('heading', { name: 'API keys' })).toBeVisible();
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
}

/** Makes one that may read submissions; gives its secret as the page shows it. */
async function make(page: Page, kind: 'API key' | 'OAuth client', name: string) {
  await page.getByRole('button', { name: `New ${kind}` }).click();
  await page.getByLabel('What is it for?').fill(name);
  await page.getByLabel('Read submissions, steps and events').check();
  await expectFits(page);
  await page.getByRole('button', { name: `Make the ${kind}` }).click();
  const once = page.getByRole('region', { name: /Copy the secret/ });
  await expect(once.getByRole('heading')).toBeFocused();
  await expectFits(page);
  const shown = await once.locator('code').allTextContents();
  await once.getByRole('button', { name: 'I have stored it' }).click();
  await expect(once).toBeHidden();
  return shown;
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ hasText: name });

for (const { name: look, colorScheme, viewport, tag } of LOOKS) {
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('a key works from the page to the API until it is revoked', async ({ page, request }) => {
      const name = `Import ${Date.now()}`;
      await open(page);
      await expectFits(page);
      const [secret = ''] = await make(page, 'API key', name);
      const ask = (bearer: string) =>
        request.get('/api/v1/submissions', { headers: { authorization: `Bearer ${bearer}` } });
      expect((await ask(secret)).status()).toBe(200);

      await row(page, name).getByRole('button', { name: 'Rotate' }).click();
      await expectFits(page);
      await page.getByRole('button', { name: 'Make a new secret' }).click();
      const once = page.getByRole('region', { name: /Copy the secret/ });
      await expect(once.locator('code')).toBeVisible();
      const [newest = ''] = await once.locator('code').allTextContents();
      expect(newest).not.toBe(secret);
      for (const each of [secret, newest]) expect((await ask(each)).status()).toBe(200);
      await once.getByRole('button', { name: 'I have stored it' }).click();
      await expect(row(page, name)).toContainText('Former secret good until');

      await row(page, name).getByRole('button', { name: 'Revoke' }).click();
      await expect(row(page, name)).toContainText('refused within a few seconds');
      await page.getByRole('button', { name: 'Revoke for good' }).click();
      await expect(row(page, name).getByRole('button')).toHaveCount(0);
      for (const each of [secret, newest]) {
        await expect.poll(async () => (await ask(each)).status()).toBe(401);
      }
    });

    test('a client gets a token for its id and secret', async ({ page, request }) => {
      const name = `Shop ${Date.now()}`;
      await open(page);
      const [id = '', secret = ''] = await make(page, 'OAuth client', name);
      const answer = await request.post('/oauth/token', {
        form: { grant_type: 'client_credentials', client_id: id, client_secret: secret },
      });
      const { access_token: token } = (await answer.json()) as { access_token: string };
      const me = await request.get('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });
      expect(await me.json()).toMatchObject({ kind: 'service', name });
    });
  });
}

test('nobody who may not manage keys sees any', async ({ page }) => {
  await page.route('**/api/v1/api-keys**', (route) =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'about:blank',
        title: 'Not allowed',
        status: 403,
        detail: 'This needs the permission “keys:manage”, which you do not have.',
        code: 'not_permitted',
        request_id: 'e2e',
      }),
    }),
  );
  await signIn(page);
  await openPage(page, '/settings/keys');
  await expect(page.getByRole('alert').first()).toContainText('keys:manage');
  await expectAccessible(page);
});
