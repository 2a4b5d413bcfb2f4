import { expect, test as base, type BrowserContextOptions, type Page } from '@playwright/test';
import { call } from '../own-form';
import { openPage, signIn } from '../support';

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>;

let signedIn: State | undefined;

/** Each test begins signed in: one sign-in is enough for all of them. */
export const test = base.extend({
  storageState: async ({ browser, baseURL }, give) => {
    if (!signedIn) {
      const page = await browser.newPage({ baseURL: baseURL ?? '', locale: 'en-GB' });
      await signIn(page);
      signedIn = await page.context().storageState();
      await page.close();
    }
    await give(signedIn);
  },
});

/** A draft over the API, opened in the editor at a place. Gives its slug. */
export async function openDraft(
  page: Page,
  document: (slug: string) => string,
  at = 'form',
): Promise<string> {
  const slug = `bad-${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;
  await page.goto('/robots.txt');
  await call(page, 'POST', '/api/v1/workflows', document(slug), 'application/yaml');
  await openPage(page, `/workflows/${slug}/edit?at=${at}`);
  return slug;
}

/** What the server has of a draft, as text. */
export async function savedText(page: Page, slug: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/workflows/${slug}/draft`, {
    headers: { accept: 'application/yaml' },
  });
  return answer.text();
}

export const saved = (page: Page) => expect(page.getByText('Saved as a draft')).toBeVisible();
/** The server has it: what the page says may still be of the change before. */
export const expectSaved = (page: Page, slug: string, text: string) =>
  expect.poll(() => savedText(page, slug)).toContain(text);
export const label = (page: Page) => page.getByLabel('Question', { exact: true });
export const alike = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

/** A form with one question, and an e-mail. */
export const small = (slug: string, fields = '{kind: email, label: E-mail}', more = '') => `# Ours.
workflow: ${slug}
name: Small ${slug}
form:
  title: Small
  fields:
    email: ${fields}
${more}steps:
  mail:
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: Hello, text: Hello}
`;
