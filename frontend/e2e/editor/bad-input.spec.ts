import { expect, type Page } from '@playwright/test';
import { call } from '../own-form';
import { credentials, expectAccessible } from '../support';
import { openDraft, overflow, savedText, test } from './drafts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', actionTimeout: 20_000 });

const saved = (page: Page) => expect(page.getByText('Saved as a draft')).toBeVisible();
const label = (page: Page) => page.getByLabel('Question', { exact: true });
const alike = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => of(index));

const small = (slug: string, fields = '{kind: email, label: E-mail}', more = '') => `# Ours.
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

const large = (slug: string) => `# As large as it may be.
workflow: ${slug}
name: Large
form:
  title: Large
  fields:
${alike(200, (at) => `    question_${at}: {kind: text, label: Question ${at}} # the ${at}th`).join('\n')}
steps:
${alike(
  100,
  (at) => `  step_${at}:
    use: mail/email.send
    needs: [${at === 0 ? '' : `step_${at - 1}`}]
    with: {to: a@example.com, subject: "\${{ input.question_${at} }}", text: Hello}`,
).join('\n')}
`;

test('200 questions and 100 steps: one is changed, and nothing else', async ({ page }) => {
  const slug = await openDraft(page, large, 'form.fields.question_150');
  await label(page).fill('Changed');
  await saved(page);
  const wanted = large(slug).replace('label: Question 150}', 'label: Changed}');
  expect(await savedText(page, slug)).toBe(wanted);
  await page.goto(`/workflows/${slug}/edit?at=steps.step_99`);
  await expect(page.getByRole('region', { name: 'What it sends' })).toBeVisible();
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

for (const width of [1440, 390])
  test(`names of 10,000 characters are told at their place, ${width} px wide`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    const slug = await openDraft(page, small, 'workflow');
    const long = 'A very long name '.repeat(589).slice(0, 10_000);
    const unbroken = 'x'.repeat(10_000);
    const name = page.getByLabel('Name of the workflow');
    await name.fill(long);
    await saved(page);
    await expect(name).toHaveAccessibleDescription(/at most 200 characters/);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`/workflows/${slug}/edit?at=form.fields.email`);
    await label(page).fill(unbroken);
    await saved(page);
    await expect(label(page)).toHaveAccessibleDescription(/at most [\d,]+ characters/);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const heading = await page.getByRole('heading', { level: 1 }).boundingBox();
    expect(heading?.height).toBeLessThan(60);
    await expectAccessible(page);
    const text = await savedText(page, slug);
    expect(text.replaceAll(/\s+/g, '')).toContain(long.replaceAll(' ', ''));
    expect(text).toContain(unbroken);
    await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
  });

test('texts from right to left and emoji are kept as they are typed', async ({ page }) => {
  const slug = await openDraft(page, small, 'form.fields.email');
  const arabic = 'ما اسم شركتك؟ (ACME)';
  const family = '👩‍👩‍👧 Wie heißt ihr? 🇦🇹';
  await label(page).fill(arabic);
  await page.getByLabel('Help').fill(family);
  await saved(page);
  expect(await label(page).evaluate((input) => getComputedStyle(input).direction)).toBe('rtl');
  const listed = page.locator('[data-question] span').first();
  await expect(listed).toHaveText(arabic);
  expect(await listed.evaluate((span) => getComputedStyle(span).direction)).toBe('rtl');
  await expect(page.frameLocator('iframe').getByLabel(arabic)).toBeVisible();
  await page.reload();
  await expect(label(page)).toHaveValue(arabic);
  expect(await savedText(page, slug)).toContain(`help: ${family}`);
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

const newer = (slug: string) =>
  small(
    slug,
    '{kind: email, label: E-mail, hologram: {depth: 3}} # from a newer release',
    '    scent: {kind: smell, label: Scent, strength: 4}\n',
  ).replace('steps:', 'weather: {from: sun}\nsteps:');

test('what only a newer release knows is said and stays', async ({ page }) => {
  const slug = await openDraft(page, newer, 'form.fields.email');
  const pane = page.locator('[data-part]');
  await expect(pane.getByText(/`hologram` is no key here/)).toBeVisible();
  await label(page).fill('Changed');
  await saved(page);
  expect(await savedText(page, slug)).toBe(newer(slug).replace('label: E-mail', 'label: Changed'));
  await page.getByRole('button', { name: /^Scent/ }).click();
  await expect(pane.getByText(/`smell` is no kind of question/)).toBeVisible();
  await page.getByText(/problems keep this from being published/, { exact: true }).click();
  await page.getByRole('button', { name: /`weather` is no key here/ }).click();
  await expect(pane.getByText(/`weather` is no key here/)).toBeVisible();
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

test('a connection goes while its step is open: the inputs stay', async ({ page }) => {
  const own = `gone-${Date.now().toString(36)}`;
  const document = (slug: string) => small(slug).replace('mail/', `${own}/`);
  await page.goto('/robots.txt');
  const settings = { host: '127.0.0.1', port: 2525, encryption: 'none', sender: 'a@example.com' };
  const connection = { connector: 'email', slug: own, name: 'Going', settings, credentials: {} };
  await call(page, 'POST', '/api/v1/connections', JSON.stringify(connection));
  const slug = await openDraft(page, document, 'steps.mail');
  await expect(page.getByLabel('System', { exact: true })).toHaveValue(own);
  await call(page, 'DELETE', `/api/v1/connections/${own}`);
  await page
    .getByRole('group', { name: /^Subject / })
    .getByRole('textbox')
    .fill('Still here');
  const gone = page.getByRole('alert').filter({ hasText: own });
  await expect(gone).toContainText('Everything that is written stays');
  await saved(page);
  expect(await savedText(page, slug)).toContain('subject: Still here');
  await gone.getByRole('button', { name: /^Use / }).first().click();
  await expect(page.getByRole('group', { name: /^Subject / }).getByRole('textbox')).toHaveText(
    'Still here',
  );
  await expect(page.getByText('Nothing keeps this from being published.').first()).toBeVisible();
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

test('a mistake on line 40 of a pasted YAML is shown on line 40', async ({ page }) => {
  const slug = await openDraft(page, small);
  await page.getByText('YAML', { exact: true }).click();
  const editor = page.getByRole('textbox', { name: 'The workflow as YAML' });
  const lines = large(slug).split('\n');
  lines[39] = '    question_33: {kind: text, label: [Broken}';
  await editor.press('Control+A');
  await page.keyboard.insertText(lines.join('\n'));
  await expect(page.getByText(/^Line 40 cannot be read yet/)).toBeVisible();
  await page.getByRole('button', { name: 'Go to line 40' }).click();
  await expect(editor).toBeFocused();
  await expect(page.locator('.cm-activeLineGutter').first()).toHaveText('40');
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: 'Show the parts' }).click();
  await expect(page.getByRole('button', { name: /^E-mail/ }).first()).toBeVisible();
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});

test('a session ends in the middle: after signing in again, the change is kept', async ({
  page,
  context,
}) => {
  const slug = await openDraft(page, small, 'workflow');
  const name = page.getByLabel('Name of the workflow');
  await expect(name).toBeVisible();
  await context.clearCookies();
  await name.fill('Typed without a session');
  const dialog = page.getByRole('dialog', { name: 'Your session has ended' });
  await dialog.getByLabel('Password').fill(credentials().password);
  await dialog.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await expect(name).toHaveValue('Typed without a session');
  expect(await savedText(page, slug)).toContain('name: Typed without a session');
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
  await page.getByRole('navigation', { name: 'What happens' }).getByText('Send an e-mail').click();
  await expect(page).toHaveURL(/at=steps.mail/);
  await page.goBack();
  await expect(label(page)).toHaveValue('Second');
  await page.goBack();
  await expect(page.getByLabel('Name of the workflow')).toHaveValue('First');
  await page.goForward();
  await expect(label(page)).toHaveValue('Second');
  await saved(page);
  const text = await savedText(page, slug);
  expect(text).toContain('name: First');
  expect(text).toContain('label: Second');
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});
