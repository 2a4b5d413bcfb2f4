import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { openPage } from '../support';
import { latestLink } from '../mailbox';
import { picture } from './pictures';

export type Person = { name: string; email: string; password: string; organization: string };

/** Whether a stranger may make an account and an organization on this stack. */
export async function mayAnybodySignUp(request: APIRequestContext): Promise<boolean> {
  const answer = await request.get('/_allauth/browser/v1/config');
  const { data } = (await answer.json()) as { data: { account: { is_open_for_signup: boolean } } };
  return data.account.is_open_for_signup;
}

/** From the sign-in page into an organization that holds nothing yet. */
export async function signUp(page: Page, person: Person) {
  await page.getByRole('link', { name: 'Sign up' }).click();
  await page.getByLabel('Your name').fill(person.name);
  await page.getByLabel('Organization').fill(person.organization);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password').fill(person.password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('A mail with a link is on its way to you.')).toBeVisible();
  await openPage(page, await latestLink(person.email, '/verify-email'));
  await page.getByRole('button', { name: 'This is my address' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'To your first delivery' })).toBeVisible();
  await expectNext(page, 'Connect a system');
  await picture(page, 'checklist', 500);
}

/** The checklist says that this comes next. */
export async function expectNext(page: Page, title: string) {
  const next = page.getByRole('listitem').filter({ has: page.getByText('Next', { exact: true }) });
  await expect(next).toHaveCount(1);
  await expect(next.getByRole('heading')).toHaveText(title);
}

/** A key for the program that brings leads in. Returns its secret. */
export async function makeKey(page: Page): Promise<string> {
  await openPage(page, '/settings/keys');
  await page.getByRole('button', { name: 'New API key' }).click();
  await page.getByLabel('What is it for?').fill('Lists of fairs');
  await page.getByLabel('Submit to workflows').check();
  await page.getByRole('button', { name: 'Make the API key' }).click();
  const once = page.getByRole('region', { name: /Copy the secret/ });
  const secret = (await once.locator('code').textContent()) ?? '';
  await once.getByRole('button', { name: 'I have stored it' }).click();
  await expect(once).toBeHidden();
  return secret;
}
