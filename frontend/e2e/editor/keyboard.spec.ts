import { expect, test, type Locator, type Page } from '@playwright/test';
import { call } from '../own-form';
import { expectAccessible, openPage, signIn } from '../support';
import { tabTo } from '../tabbing';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', actionTimeout: 30_000 });

const main = (page: Page) => page.getByRole('main');

/** Of the dialog that is open: where the next letters go. */
const searchOf = (page: Page) => page.getByRole('dialog').getByLabel('Search');

async function press(page: Page, control: Locator) {
  await tabTo(page, control);
  await page.keyboard.press('Enter');
}

/** Goes to a control by keyboard and replaces what stands in it. */
async function type(page: Page, control: Locator, text: string) {
  await tabTo(page, control);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

async function ask(page: Page, kind: string, label: string) {
  await press(page, main(page).getByRole('button', { name: 'Add a question' }));
  await expect(searchOf(page)).toBeFocused();
  await page.keyboard.type(kind);
  await page.keyboard.press('Enter');
  await type(page, main(page).getByLabel('Question', { exact: true }), label);
}

test('a workflow is built and published by keyboard alone', async ({ page }) => {
  test.setTimeout(300_000);
  const mark = Date.now().toString(36);
  const slug = `keys-${mark}`;
  await signIn(page);
  await openPage(page, '/workflows/new');
  await press(page, main(page).getByRole('link', { name: /With an empty one/ }));
  await type(page, page.getByLabel('Name of the workflow'), `Keys ${mark}`);
  await press(page, page.getByRole('button', { name: 'Make it and open the editor' }));
  await page.waitForURL(/\/edit/);

  await ask(page, 'e-mail', 'Your address');
  await ask(page, 'paragraph', 'Your message');
  const second = page.getByRole('button', { name: /^Your message/ });
  await tabTo(page, second, 'Shift+Tab');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(main(page).locator('[data-question]').first()).toHaveText(/Your message/);
  await page.keyboard.press('Control+Z');
  await expect(main(page).locator('[data-question]').first()).toHaveText(/Your address/);
  await page.keyboard.press('Control+Y');
  await expect(main(page).locator('[data-question]').first()).toHaveText(/Your message/);

  await press(page, page.getByRole('button', { name: 'Add a step right after the form' }).last());
  await expect(searchOf(page)).toBeFocused();
  await page.keyboard.type('send an e-mail');
  await press(
    page,
    page
      .getByRole('dialog')
      .getByRole('button', { name: /^Send an e-mail/ })
      .first(),
  );
  for (const [input, text] of [
    ['To', `keys-${mark}@example.com`],
    ['Subject', 'A message'],
    ['Text', 'Somebody wrote.'],
  ] as const) {
    await tabTo(page, page.getByLabel(`What is sent as “${input}”`, { exact: true }));
    await page.keyboard.type('A text');
    await tabTo(page, page.getByRole('textbox', { name: `Value of “${input}”`, exact: true }));
    await page.keyboard.type(text);
  }
  await expect(page.getByText('Nothing keeps this from being published.').first()).toBeVisible();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await expectAccessible(page);

  await tabTo(page, page.getByRole('button', { name: 'Publish …' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await type(page, dialog.getByLabel('Why'), 'By keyboard');
  await press(page, dialog.getByRole('button', { name: 'Publish', exact: true }));
  await expect(dialog.getByRole('heading', { name: /is live$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await call(page, 'POST', `/api/v1/workflows/${slug}/archive`);
});

const small = (slug: string) => `# Ours.
workflow: ${slug}
name: Small ${slug}
form:
  title: Small
  fields:
    email: {kind: email, label: E-mail} # asked first
steps:
  mail:
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: Hello, text: Hello}
`;

test('two tabs, a network that is away and a mistake in the YAML lose nothing', async ({
  page,
  context,
}) => {
  test.setTimeout(180_000);
  const slug = `two-${Date.now().toString(36)}`;
  await signIn(page);
  await call(page, 'POST', '/api/v1/workflows', small(slug), 'application/yaml');
  const other = await context.newPage();
  for (const each of [page, other]) {
    await openPage(each, `/workflows/${slug}/edit?at=workflow`);
    await expect(each.getByLabel('Name of the workflow')).toBeVisible();
  }
  await page.getByLabel('Name of the workflow').fill('Named here');
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await other
    .getByRole('button', { name: /^E-mail/ })
    .first()
    .click();
  await other.getByLabel('Question', { exact: true }).fill('Asked there');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Named here');
  await expect(other.getByText('Saved as a draft')).toBeVisible();

  await other.getByText('YAML', { exact: true }).click();
  const editor = other.getByRole('textbox', { name: 'The workflow as YAML' });
  await expect(editor).toContainText('# asked first');
  await expect(editor).toContainText('Asked there');
  await editor.press('Control+Home');
  await editor.press('Enter');
  await editor.press('ArrowUp');
  await editor.pressSequentially('name: [');
  await expect(other.getByText(/cannot be read yet/)).toBeVisible();
  await editor.press('Control+Z');
  await expect(other.getByText(/cannot be read yet/)).toBeHidden();
  await other.close();

  await page.reload();
  await expect(page.getByLabel('Name of the workflow')).toHaveValue('Named here');
  await context.setOffline(true);
  await page.getByLabel('Name of the workflow').fill('Typed without a network');
  await expect(page.getByText(/It is kept in this browser/).first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText('Saved as a draft')).toBeVisible({ timeout: 60_000 });
  await page.reload();
  await expect(page.getByLabel('Name of the workflow')).toHaveValue('Typed without a network');
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});
