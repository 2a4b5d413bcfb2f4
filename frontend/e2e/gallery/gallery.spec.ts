import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { publishForm } from '../own-form';
import { expectAccessible, openFirst, openForm, signIn } from '../support';
import { GOOD, WRONG } from './answers';
import { onOnePage, onSeveral } from './every-question';

/**
 * Pictures of every kind of question in every state, to be looked at before a release:
 * WAYBILL_GALLERY=/tmp/gallery npx playwright test e2e/gallery
 */
const FOLDER = process.env.WAYBILL_GALLERY ?? '';

test.skip(FOLDER === '', 'Set WAYBILL_GALLERY to the folder for the pictures.');

const LOOKS = {
  'desk-light': { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  'desk-dark': { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  'phone-light': { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  'phone-dark': { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
} as const;

const SAID = {
  en: { yes: 'Yes', terms: 'I agree', blue: 'Blue', wrap: 'Gift wrapping', row: 'Add: Line' },
  de: {
    yes: 'Ja',
    terms: 'Ich stimme zu',
    blue: 'Blau',
    wrap: 'Geschenkpapier',
    row: 'Zeile hinzufügen',
  },
};

type Language = keyof typeof SAID;

const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: PDF });

let one: string;
let several: string;

test.beforeAll(async ({ browser }) => {
  one = await publishForm(browser, onOnePage);
  several = await publishForm(browser, onSeveral);
});

const main = (page: Page) => page.locator('button.f-primary');
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);

async function fill(page: Page, language: Language, one: boolean) {
  const said = SAID[language];
  const next = async () => (one ? undefined : main(page).click());
  await field(page, 'name').fill('Ada Berg');
  await field(page, 'code').fill('AB1234');
  await field(page, 'account').fill('DE89 3704 0044 0532 0130 00');
  await field(page, 'story').fill('We began small.\nThen we grew.');
  await field(page, 'email').fill('ada@example.com');
  await field(page, 'phone').fill('01 5131515');
  await field(page, 'site').fill('https://example.com');
  await next();
  await field(page, 'count').fill('12');
  await field(page, 'weight').fill(language === 'de' ? '1.234,5' : '1,234.5');
  await field(page, 'price.amount').fill(language === 'de' ? '48,50' : '48.50');
  await field(page, 'day').fill('2099-05-05');
  await field(page, 'hour').fill('09:30');
  await field(page, 'moment.at').fill('2099-05-05T14:30');
  await page.locator('input[name="express"][value="true"]').check();
  await field(page, 'reason').fill('A birthday');
  await page.getByLabel(said.terms).check();
  await page.getByLabel(said.blue).check();
  await field(page, 'size').selectOption('four');
  const article = page.getByRole('combobox', { name: /^(Article|Artikel)$/ });
  await article.fill('lamp');
  await page.getByRole('option', { name: 'Desk lamp' }).click();
  await page.getByLabel(said.wrap).check();
  await next();
  await field(page, 'country').selectOption('AT');
  await field(page, 'address.street').fill('Ring 1');
  await field(page, 'address.postcode').fill('1010');
  await field(page, 'address.city').fill('Wien');
  await field(page, 'address.country').selectOption('AT');
  await page.locator('input[name="stars"][value="4"]').check({ force: true });
  await field(page, 'sign.name').fill('Ada Berg');
  await draw(page);
  await page
    .locator('input[type=file]')
    .setInputFiles([pdf('contract.pdf'), pdf('عقد العميل.pdf')]);
  await field(page, 'lines.0.part').fill('Bolt');
  await field(page, 'lines.0.amount').fill('3');
  await page.getByRole('button', { name: said.row }).click();
  await field(page, 'lines.1.part').fill('Nut');
  await field(page, 'lines.1.amount').fill('4');
}

async function draw(page: Page) {
  const pad = page.locator('.f-pad svg');
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) return;
  await page.mouse.move(box.x + 20, box.y + box.height / 2);
  await page.mouse.down();
  for (let step = 1; step < 20; step++)
    await page.mouse.move(
      box.x + 20 + (step * (box.width - 40)) / 20,
      box.y + box.height / 2 + Math.sin(step) * 30,
    );
  await page.mouse.up();
}

for (const [look, options] of Object.entries(LOOKS))
  for (const language of ['en', 'de'] as const)
    test.describe(`${language} ${look}`, () => {
      test.use({ ...options, locale: language });
      test.slow();

      const shoot = async (page: Page, state: string) => {
        await page.evaluate(() => document.fonts.ready);
        await page.screenshot({
          path: join(FOLDER, `${state}-${language}-${look}.png`),
          fullPage: true,
          animations: 'disabled',
        });
        await expectAccessible(page);
      };

      test('on one page', async ({ page }) => {
        await openForm(page, one);
        await shoot(page, '1-empty');
        await main(page).click();
        await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
        await shoot(page, '2-missing');
        await fill(page, language, true);
        await expect(page.locator('.f-file progress')).toHaveCount(0);
        await page.locator('h1').click();
        await shoot(page, '3-filled');
        for (const [name, wrong] of Object.entries(WRONG)) await field(page, name).fill(wrong);
        await main(page).click();
        await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
        await shoot(page, '4-faulty');
        for (const [name, good] of Object.entries(GOOD[language]))
          await field(page, name).fill(good);
        let release: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (release = resolve));
        await page.route('**/submissions', async (route) => {
          await held;
          await route.continue();
        });
        await main(page).click();
        await expect(main(page)).toHaveAttribute('aria-disabled', 'true');
        await shoot(page, '5-sending');
        release();
        await page.waitForURL(/\/t\/.+/);
        await expect(page.locator('[data-liveness=off]')).toBeVisible();
        await shoot(page, '6-tracking');
      });

      test('on several', async ({ page }) => {
        await openForm(page, several);
        await shoot(page, '7-first-page');
        await fill(page, language, false);
        await expect(page.locator('.f-file progress')).toHaveCount(0);
        await shoot(page, '8-last-page');
        await main(page).click();
        await expect(page.locator('dl').first()).toBeVisible();
        await shoot(page, '9-review');
      });
    });

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('empty and faulty', async ({ page }) => {
    await page.goto(one);
    await page.screenshot({ path: join(FOLDER, 'plain-1-empty.png'), fullPage: true });
    await field(page, 'count').fill('100');
    await page.locator('input[type=file]').setInputFiles(pdf('contract.pdf'));
    await main(page).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.screenshot({ path: join(FOLDER, 'plain-2-faulty.png'), fullPage: true });
  });
});

test.describe('for an operator', () => {
  for (const [look, options] of Object.entries(LOOKS))
    test.describe(look, () => {
      test.use(options);

      test('what was sent', async ({ page }) => {
        await signIn(page);
        await page.goto('/submissions?q=Ada');
        await openFirst(page);
        await expect(page.getByText('Customer number')).toBeVisible();
        await page.screenshot({ path: join(FOLDER, `operator-${look}.png`), fullPage: true });
      });
    });
});
