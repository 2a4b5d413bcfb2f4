import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { expectAccessible } from '../support';

/**
 * Pictures of the console's shared parts in every state, from a development server:
 * WAYBILL_GALLERY=/tmp/gallery WAYBILL_E2E_URL=http://127.0.0.1:3000 npx playwright test e2e/gallery/console
 */
const FOLDER = process.env.WAYBILL_GALLERY ?? '';
const PAGE = '/gallery/console';

const LOOKS = {
  'desk-light': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'desk-dark': { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  'phone-light': { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  'phone-dark': { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const;

test.skip(FOLDER === '', 'Set WAYBILL_GALLERY to the folder for the pictures.');

for (const [look, options] of Object.entries(LOOKS))
  test.describe(look, () => {
    test.use(options);

    for (const locale of ['en', 'de'])
      test.describe(locale, () => {
        test.use({ locale });

        test('every part in every state', async ({ page }) => {
          const answer = await page.goto(PAGE);
          test.skip(answer?.status() === 404, 'There is a gallery only while developing.');
          await expect(page.locator('html')).toHaveAttribute('lang', locale);
          await page.evaluate(() => document.fonts.ready);
          await expectAccessible(page);
          await page.screenshot({
            path: join(FOLDER, `console-${look}-${locale}.png`),
            fullPage: true,
            animations: 'disabled',
          });
          for (const name of ['Open the dialog', 'Open the drawer']) {
            await page.getByRole('button', { name }).click();
            await expectAccessible(page);
            await page.screenshot({
              path: join(FOLDER, `console-${name.split(' ').at(-1)}-${look}-${locale}.png`),
              animations: 'disabled',
            });
            await page.keyboard.press('Escape');
          }
        });

        test('nothing is wider than the page', async ({ page }) => {
          const answer = await page.goto(PAGE);
          test.skip(answer?.status() === 404, 'There is a gallery only while developing.');
          const [wide, there] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.clientWidth,
          ]);
          expect(wide).toBeLessThanOrEqual(there ?? 0);
        });
      });
  });
