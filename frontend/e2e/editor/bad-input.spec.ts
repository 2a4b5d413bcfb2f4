import { expect } from '@playwright/test';
import { call } from '../own-form';
import { expectAccessible, openPage } from '../support';
import { NIGHTLY, overflow } from '../looks';
import { alike, label, expectSaved, openDraft, saved, savedText, small, test } from './drafts';

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', actionTimeout: 20_000 });

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

test(
  '200 questions and 100 steps: one is changed, and nothing else',
  {
    tag: NIGHTLY,
  },
  async ({ page }) => {
    const slug = await openDraft(page, large, 'form.fields.question_150');
    await label(page).fill('Changed');
    const wanted = large(slug).replace('label: Question 150}', 'label: Changed}');
    await expect.poll(() => savedText(page, slug)).toBe(wanted);
    await openPage(page, `/workflows/${slug}/edit?at=steps.step_99`);
    await expect(page.getByRole('region', { name: 'What it sends' })).toBeVisible();
    await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
  },
);

for (const width of [1440, 390])
  test(
    `names of 10,000 characters are told at their place, ${width} px wide`,
    {
      tag: width > 1000 ? NIGHTLY : [],
    },
    async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      const slug = await openDraft(page, small, 'workflow');
      const long = 'A very long name '.repeat(589).slice(0, 10_000);
      const unbroken = 'x'.repeat(10_000);
      const name = page.getByLabel('Name of the workflow');
      await name.fill(long);
      await expect(
        page.getByText(/^Not saved, only kept in this browser: use at most 200/).first(),
      ).toBeVisible();
      await expect(name).toHaveAccessibleDescription(/at most 200 characters/i);
      await page.reload();
      await expect(name).toHaveValue(long);
      await name.fill('Short again');
      await saved(page);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      await openPage(page, `/workflows/${slug}/edit?at=form.fields.email`);
      await label(page).fill(unbroken);
      await saved(page);
      await expect(label(page)).toHaveAccessibleDescription(/^At most 200 characters/);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      for (const level of [1, 2]) {
        const heading = page.getByRole('heading', { level }).first();
        expect((await heading.boundingBox())?.height).toBeLessThan(110);
      }
      await expectAccessible(page);
      await expectSaved(page, slug, unbroken);
      await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
    },
  );

test('texts from right to left and emoji are kept as they are typed', async ({ page }) => {
  const slug = await openDraft(page, small, 'form.fields.email');
  const arabic = 'ما اسم شركتك؟ (ACME)';
  const family = '👩‍👩‍👧 Wie heißt ihr? 🇦🇹';
  await label(page).fill(arabic);
  await page.getByLabel('Help').fill(family);
  await saved(page);
  await expect(label(page)).toHaveCSS('direction', 'rtl');
  const listed = page.locator('[data-question] span').first();
  await expect(listed).toHaveText(arabic);
  await expect(listed).toHaveCSS('direction', 'rtl');
  await expect(page.frameLocator('iframe').getByLabel(arabic)).toBeVisible();
  await page.reload();
  await expect(label(page)).toHaveValue(arabic);
  await expectSaved(page, slug, `help: ${family}`);
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
  await expect(pane.getByText(/“hologram” is not known here/)).toBeVisible();
  await label(page).fill('Changed');
  await expect
    .poll(() => savedText(page, slug))
    .toBe(newer(slug).replace('label: E-mail', 'label: Changed'));
  await page.getByRole('button', { name: /^Scent/ }).click();
  await expect(pane.getByText(/“smell” is no kind of question that is known here/)).toBeVisible();
  await page.locator('summary', { hasText: 'problems keep this' }).click();
  await page.getByRole('button', { name: /“weather” is not known here/ }).click();
  await expect(pane.getByText(/“weather” is not known here/)).toBeVisible();
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
  await expect(page.locator('.cm-activeLine')).toHaveText(lines[39]?.trim() ?? '', {
    useInnerText: true,
  });
  await page.keyboard.press('Control+Z');
  await page.getByRole('button', { name: 'Show the parts' }).click();
  await expect(page.getByRole('button', { name: /^E-mail/ }).first()).toBeVisible();
  await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
});
