import { expect } from '@playwright/test';
import { call } from '../own-form';
import { credentials } from '../support';
import { label, openDraft, saved, expectSaved, small, test } from './drafts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', actionTimeout: 20_000 });

test('a connection goes while its step is open: the inputs stay', async ({ page }) => {
  const own = `gone-${Date.now().toString(36)}`;
  const document = (slug: string) => small(slug).replace('mail/', `${own}/`);
  await page.goto('/robots.txt');
  const settings = {
    host: process.env.SMTP_HOST ?? '',
    port: Number(process.env.SMTP_PORT),
    security: 'none',
    from_address: 'a@example.com',
  };
  const connection = { connector: 'email', slug: own, name: 'Going', settings, credentials: {} };
  await call(page, 'POST', '/api/v1/connections', JSON.stringify(connection));
  const slug = await openDraft(page, document, 'steps.mail');
  await expect(page.getByLabel('System', { exact: true })).toHaveValue(own);
  await call(page, 'DELETE', `/api/v1/connections/${own}`);
  await page
    .getByRole('group', { name: /^Subject / })
    .getByRole('textbox')
    .fill('Still here');
  const gone = page.getByRole('alert').filter({ hasText: 'Everything that you wrote is kept' });
  await expect(gone).toContainText(own);
  await expectSaved(page, slug, 'subject: Still here');
  await gone.getByRole('button', { name: /^Use / }).first().click();
  await expect(page.getByRole('group', { name: /^Subject / }).getByRole('textbox')).toHaveText(
    'Still here',
  );
  await expect(page.getByText('Nothing keeps this from being published.').first()).toBeVisible();
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

test('a session ends in the middle: after signing in again, the change is kept', async ({
  page,
  context,
}) => {
  const slug = await openDraft(page, small, 'workflow');
  const name = page.getByLabel('Name of the workflow');
  await expect(name).toBeVisible();
  // With the first save: another question of the page would have the dialog take the focus from
  // the field while it is typed into.
  await page.route(
    '**/draft',
    async (route) => {
      await context.clearCookies();
      await route.continue();
    },
    { times: 1 },
  );
  await name.fill('Typed without a session');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByLabel('Password').fill(credentials().password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(name).toHaveValue('Typed without a session');
  await expectSaved(page, slug, 'name: Typed without a session');
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

test('the way back goes through the parts, and nothing is lost', async ({ page }) => {
  const slug = await openDraft(page, small, 'workflow');
  await page.getByLabel('Name of the workflow').fill('First');
  await page
    .getByRole('button', { name: /^E-mail/ })
    .first()
    .click();
  await label(page).fill('Second');
  await page
    .getByRole('navigation', { name: 'What happens' })
    .getByRole('button', { name: 'Send an e-mail', exact: true })
    .click();
  await expect(page).toHaveURL(/at=steps.mail/);
  await page.goBack();
  await expect(label(page)).toHaveValue('Second');
  await page.goBack();
  await expect(page.getByLabel('Name of the workflow')).toHaveValue('First');
  await page.goForward();
  await expect(label(page)).toHaveValue('Second');
  await saved(page);
  await expectSaved(page, slug, 'name: First');
  await expectSaved(page, slug, 'label: Second');
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});
