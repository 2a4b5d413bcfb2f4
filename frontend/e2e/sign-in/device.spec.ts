import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { EVERY_LOOK, LOOKS, expectFits } from '../looks';
import { awake, credentials, openPage, signIn } from '../support';

const PROGRAM = { client_id: 'waybill-cli' };

type Codes = { device_code: string; user_code: string; verification_uri_complete: string };

/** A program that asks to be let in. */
async function ask(request: APIRequestContext): Promise<Codes> {
  const answer = await request.post('/oauth/device_authorization', {
    form: PROGRAM,
    headers: { 'user-agent': 'waybill/1.0 (Linux) on build-01' },
  });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Codes;
}

const poll = (request: APIRequestContext, { device_code }: Codes, agent = 'waybill/1.0') =>
  request.post('/oauth/token', {
    headers: { 'user-agent': agent },
    form: {
      ...PROGRAM,
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code,
    },
  });

/** `SHOTS`: a folder where the page's states are kept as pictures, to be looked at. */
async function expectGood(page: Page, shot: string) {
  await expectFits(page);
  const cut = await page
    .locator('main button, main button *')
    .evaluateAll((all) =>
      all
        .filter((each) => each.textContent && each.scrollWidth > each.clientWidth + 1)
        .map((each) => each.textContent),
    );
  expect(cut).toEqual([]);
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${shot}.png`, fullPage: true });
}

for (const { name: look, colorScheme, viewport, tag } of EVERY_LOOK) {
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport });
    const shot = (state: string) => `device-${look.replaceAll(' ', '-')}-${state}`;

    test('a program is let in by keyboard, acts, and ends in the list', async ({
      page,
      request,
    }) => {
      const codes = await ask(request);
      await openPage(
        page,
        new URL(codes.verification_uri_complete).pathname + '?code=' + codes.user_code,
      );
      await page.waitForURL(/\/sign-in\?next=/);
      await awake(page);
      const { email, password } = credentials();
      await page.getByLabel('E-mail').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();

      await page.waitForURL(`**/device?code=${codes.user_code}`);
      await expect(page.getByRole('heading', { name: /wants to act for you/ })).toBeVisible();
      await expect(page.getByText(codes.user_code)).toBeVisible();
      await expectGood(page, shot('request'));
      expect(await (await poll(request, codes)).json()).toMatchObject({
        error: 'authorization_pending',
      });
      await page.route('**/device-sign-ins/approve', (route) => route.abort());
      await page.getByRole('button', { name: 'Let it in' }).click();
      await expect(page.getByText('The program was not let in')).toBeVisible();
      await expectGood(page, shot('not-approved'));
      await page.unroute('**/device-sign-ins/approve');
      await page.getByRole('button', { name: 'Let it in' }).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'The program is let in' })).toBeFocused();
      await expectGood(page, shot('approved'));

      const agent = `waybill/1.0 on ${Date.now()}`;
      const tokens = (await (await poll(request, codes, agent)).json()) as { access_token: string };
      const me = () =>
        request.get('/api/v1/me', { headers: { authorization: `Bearer ${tokens.access_token}` } });
      expect(await (await me()).json()).toMatchObject({ kind: 'person', email });

      await page.getByRole('link', { name: 'your sign-in' }).click();
      const session = page
        .locator('div')
        .filter({ hasText: `Waybill command line (${agent})` })
        .filter({ has: page.getByRole('button') })
        .last();
      await session.getByRole('button').click();
      await expect.poll(async () => (await me()).status()).toBe(401);
    });
  });
}

// A person may try 30 codes, then one each half minute: two looks leave room for a second run.
for (const { name: look, colorScheme, viewport, tag } of LOOKS) {
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport });
    const shot = (state: string) => `device-${look.replaceAll(' ', '-')}-${state}`;

    test('a code is typed, looked at and refused', async ({ page, request }) => {
      const codes = await ask(request);
      await signIn(page);
      await openPage(page, '/device');
      const field = page.getByLabel('Code from your program');
      await expect(field).toBeFocused();
      await expectGood(page, shot('code'));
      await field.fill('WXYZ-WXYZ');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('main').getByRole('alert')).toContainText('No program waits');
      await expectGood(page, shot('unknown'));
      await field.fill(codes.user_code.toLowerCase().replace('-', ' '));
      await page.keyboard.press('Enter');
      await expect(page.getByText(codes.user_code)).toBeVisible();
      await page.getByRole('button', { name: 'Refuse' }).click();
      await expect(page.getByRole('heading', { name: /turned away/ })).toBeFocused();
      await expectGood(page, shot('refused'));
      expect(await (await poll(request, codes)).json()).toMatchObject({ error: 'access_denied' });
    });
  });
}

/** What the page asks for when it opens, and what it sends. */
const SEEN = '**/api/v1/me';
const LOOK = '**/api/v1/device-sign-ins/look';
const APPROVE = '**/api/v1/device-sign-ins/approve';

const refusal = (status: number, code: string, detail: string) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: 'about:blank', title: 'Refused', status, code, detail }),
});

const AWAY = refusal(503, 'unavailable', 'The database does not answer. Try again in a minute.');

for (const { name: look, colorScheme, viewport, tag } of LOOKS) {
  test.describe(`failures, ${look}`, { tag }, () => {
    test.use({ colorScheme, viewport });
    const shot = (state: string) => `device-${look.replaceAll(' ', '-')}-${state}`;
    const alert = (page: Page) => page.getByRole('main').getByRole('alert');

    test('a code that was used, one too many, and nothing that answers', async ({
      page,
      request,
    }) => {
      const codes = await ask(request);
      await signIn(page);
      await openPage(page, `/device?code=${codes.user_code}`);
      await page.getByRole('button', { name: 'Refuse' }).click();
      await expect(page.getByRole('heading', { name: /turned away/ })).toBeFocused();
      await openPage(page, `/device?code=${codes.user_code}`);
      await expect(alert(page)).toBeVisible();
      await expectGood(page, shot('used'));

      await page.route(LOOK, (route) =>
        route.fulfill(refusal(429, 'rate_limited', 'You tried several codes. Wait 40 seconds.')),
      );
      await openPage(page, '/device?code=WXYZ-WXYZ');
      await expect(alert(page)).toContainText('Wait 40 seconds');
      await expectGood(page, shot('too-many'));

      await page.unroute(LOOK);
      await page.route(LOOK, (route) => route.fulfill(AWAY));
      await openPage(page, '/device?code=WXYZ-WXYZ');
      await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
      await expectGood(page, shot('away'));

      await page.route(SEEN, (route) => route.fulfill(AWAY));
      await openPage(page, '/device');
      await expect(alert(page)).toContainText('could not see whether you are signed in');
      await expectGood(page, shot('person-away'));
    });

    test('a decision that is not taken', async ({ page, request }) => {
      const codes = await ask(request);
      await signIn(page);
      await openPage(page, `/device?code=${codes.user_code}`);
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await page.route(APPROVE, async (route) => {
        await held;
        await route.fulfill(AWAY);
      });
      await page.getByRole('button', { name: 'Let it in' }).click();
      await expect(page.getByRole('button', { name: 'Refuse' })).toBeDisabled();
      await expectGood(page, shot('deciding'));
      letGo();
      await expect(alert(page)).toContainText('The program was not let in');
      await expectGood(page, shot('not-let-in'));

      await page.route(LOOK, async (route) => {
        const answer = await route.fetch();
        await route.fulfill({ response: answer, json: { ...(await answer.json()), places: [] } });
      });
      await openPage(page, `/device?code=${codes.user_code}`);
      await expect(page.getByRole('heading', { name: /cannot let this program in/ })).toBeVisible();
      await expectGood(page, shot('nowhere'));
    });
  });
}
