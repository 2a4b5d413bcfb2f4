import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { call } from '../own-form';
import { type Look, NIGHTLY, expectFits } from '../looks';
import { openPage, signIn } from '../support';

const LOOKS: Look[] = [
  {
    name: 'light at a desk',
    colorScheme: 'light',
    viewport: { width: 1440, height: 900 },
    tag: [NIGHTLY],
  },
  {
    name: 'dark on a tablet',
    colorScheme: 'dark',
    viewport: { width: 768, height: 1024 },
    tag: [NIGHTLY],
  },
  { name: 'dark on a phone', colorScheme: 'dark', viewport: { width: 390, height: 844 }, tag: [] },
];
const TEMPLATES = join(__dirname, '../../../backend/waybill_definitions/templates/files');
const PARTS = ['workflow', 'form', 'form.fields.lines', 'steps.sale', 'steps.confirmation'];

async function expectGood(page: Page) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expectFits(page);
}

for (const { name: look, colorScheme, viewport, tag } of LOOKS)
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport, locale: 'en-GB', actionTimeout: 30_000 });

    test('every part of the editor can be read and reached', async ({ page }) => {
      test.setTimeout(240_000);
      const slug = `looks-${Date.now().toString(36)}`;
      const text = readFileSync(join(TEMPLATES, 'order-to-erp/definition.yaml'), 'utf8');
      await signIn(page);
      const own = text.replaceAll('order-to-erp', slug);
      await call(page, 'POST', '/api/v1/workflows', own, 'application/yaml');
      for (const at of PARTS) {
        await openPage(page, `/workflows/${slug}/edit?at=${at}`);
        await expect(
          page.getByText('Nothing keeps this from being published.').first(),
        ).toBeVisible();
        await expectGood(page);
      }
      await page.getByText('YAML', { exact: true }).click();
      await expect(page.getByRole('textbox', { name: 'The workflow as YAML' })).toBeVisible();
      await expectGood(page);
      await page.getByRole('button', { name: 'Publish …' }).click();
      await expect(page.getByRole('dialog').getByLabel('Why')).toBeVisible();
      await expectGood(page);
      await page.keyboard.press('Escape');
      await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
    });
  });
