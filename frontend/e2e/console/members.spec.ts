import { expect, test, type APIRequestContext } from '@playwright/test';
import { LOOKS, expectFits } from '../looks';
import { consoleErrors, expectAccessible, openPage, signIn } from '../support';

function newAddress(): string {
  return `grace.${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}@example.com`;
}

/** The path of the newest link that the mail catcher of the stack took for this address. */
async function linkInMail(request: APIRequestContext, address: string): Promise<string> {
  const port = process.env.MAILBOX_PORT;
  if (!port) throw new Error('Set MAILBOX_PORT of the running stack.');
  let path: string | undefined;
  await expect
    .poll(async () => {
      const answer = await request.get(`http://127.0.0.1:${port}/messages?to=${address}`);
      const mails = (await answer.json()) as { text: string }[];
      path = /\/invitations\/[\w-]+/.exec(mails.at(-1)?.text ?? '')?.[0];
      return path;
    })
    .toBeTruthy();
  return path ?? '';
}

for (const { name, colorScheme, viewport, tag } of LOOKS) {
  test.describe(name, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('an invitation goes out, is looked at, and is revoked', async ({
      page,
      browser,
      request,
    }) => {
      const address = newAddress();
      await signIn(page);
      await openPage(page, '/settings/members');
      const errors = consoleErrors(page);
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await expect(page.getByLabel('E-mail')).toBeFocused();
      await expectAccessible(page);
      await page.getByLabel('E-mail').fill(address);
      await page.getByRole('radio', { name: /^Viewer/ }).check();
      await page.getByRole('button', { name: 'Send the invitation', exact: true }).click();
      await expect(
        page.getByRole('status').filter({ hasText: `on its way to ${address}` }),
      ).toBeAttached();
      await expect(page.getByRole('button', { name: 'Invite somebody' })).toBeFocused();
      await expect(page.getByText(address, { exact: true })).toBeVisible();
      await expectAccessible(page);

      const link = await linkInMail(request, address);
      const guest = await browser.newContext({ colorScheme, viewport });
      const door = await guest.newPage();
      await door.goto(link);
      await expect(door.getByRole('heading', { level: 1, name: /^Join / })).toBeVisible();
      const token = link.replace('/invitations/', '');
      await expect(door.getByRole('link', { name: 'Create an account' })).toHaveAttribute(
        'href',
        `/sign-up?invitation=${token}`,
      );
      await expectAccessible(door);

      await page.getByRole('button', { name: `Revoke the invitation of ${address}` }).click();
      await expect(page.getByText(address, { exact: true })).toBeHidden();
      await door.reload();
      await expect(door.getByRole('heading', { name: 'This link opens nothing' })).toBeVisible();
      await expectAccessible(door);
      await guest.close();
      expect(errors).toEqual([]);
    });

    test('somebody else’s invitation does not let the person in', async ({ page, request }) => {
      const address = newAddress();
      await signIn(page);
      await openPage(page, '/settings/members');
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await page.getByLabel('E-mail').fill(address);
      await page.getByRole('button', { name: 'Send the invitation', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await openPage(page, await linkInMail(request, address));
      await page.getByRole('button', { name: /^Join / }).click();
      await expect(page.getByRole('main').getByRole('alert')).toContainText('another address');
      await expect(
        page.getByRole('button', { name: 'Sign in with another address' }),
      ).toBeVisible();
      await expectAccessible(page);
    });

    test('members and the organization are accessible in every state', async ({ page }) => {
      await signIn(page);
      await openPage(page, '/settings/members');
      await page
        .getByRole('button', { name: /^Change / })
        .last()
        .click();
      await page.getByRole('radio', { name: /^Admin/ }).check();
      await expect(page.getByText(/This is your own role/)).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await openPage(page, '/settings/organization');
      await page.getByLabel(/^Keep attempts/).fill('1');
      await expect(page.getByText(/older than 1 days/)).toBeVisible();
      await page.getByRole('button', { name: 'Leave…' }).click();
      await expect(page.getByRole('button', { name: 'Stay' })).toBeFocused();
      await expectFits(page);
    });
  });
}
