import { expect, test, type Page } from '@playwright/test';
import { publishForm } from '../own-form';
import { NIGHTLY } from '../looks';
import { openForm, sendButton } from '../support';

/** What nobody should send, as a browser meets it: told beside its question, and nothing is lost. */
const STEPS = `
steps:
  mail: {use: mail/email.send, with: {to: ada@example.com, subject: Extremes, text: Somebody sent it.}}
`;

const plain = (slug: string) => `
workflow: ${slug}
name: Extremes
form:
  address: ${slug}
  languages: [en, de]
  title: {en: Extremes, de: Extreme}
  fields:
    name: {kind: text, label: Name, max_length: 60}
    story: {kind: multiline, label: Story, required: false}
    day: {kind: date, label: Day, minimum: today}
${STEPS}`;

/** Ten questions on each of 200 pages. */
const wide = (slug: string) => {
  const keys = Array.from({ length: 2000 }, (_, index) => (index === 0 ? 'name' : `q${index}`));
  const pages = Array.from({ length: 200 }, (_, at) => keys.slice(at * 10, at * 10 + 10));
  return `
workflow: ${slug}
name: Wide
form:
  address: ${slug}
  title: Wide
  fields:
${keys.map((key) => `    ${key}: {kind: text, label: "Label ${key}", required: false}`).join('\n')}
  pages:
${pages.map((fields, at) => `    - {title: "Page ${at + 1}", fields: [${fields.join(', ')}]}`).join('\n')}
${STEPS}`;
};

const MEGABYTES_10 = 10 * 1024 * 1024;
const alert = (page: Page) => page.getByRole('main').getByRole('alert');

/** As a paste does it: the value at once, and one event. */
async function paste(page: Page, label: string, length: number) {
  await page.getByLabel(label).evaluate((control, characters) => {
    const field = control as HTMLTextAreaElement;
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    own?.set?.call(field, 'x'.repeat(characters));
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));
  }, length);
}

let path: string;
test.beforeAll(async ({ browser }) => {
  path = await publishForm(browser, plain);
});

test('a paste of 10 MB is told beside its question, and the rest stays', async ({ page }) => {
  await openForm(page, path);
  await page.getByLabel('Name').fill('Ada Berg');
  await page.getByLabel('Day').fill('2099-05-05');
  await paste(page, 'Story', MEGABYTES_10);
  await sendButton(page).click();
  await expect(alert(page)).toContainText('Story');
  await expect(page.getByLabel('Story')).toHaveAccessibleDescription(/characters/);
  await expect(page.getByLabel('Name')).toHaveValue('Ada Berg');
  await page.getByLabel('Story').fill('Short.');
  await sendButton(page).click();
  await page.waitForURL(/\/t\/.+/);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test(
    'a paste of 10 MB is told beside its question, and everything stays',
    {
      tag: NIGHTLY,
    },
    async ({ page }) => {
      test.slow();
      await page.goto(path);
      await page.getByLabel('Name').fill('Ada Berg');
      await page.getByLabel('Day').fill('2099-05-05');
      await page.getByLabel('Story').fill('x'.repeat(MEGABYTES_10));
      await sendButton(page).click({ noWaitAfter: true });
      await expect(page.getByRole('alert')).toContainText(/Story: .*characters/, {
        timeout: 60_000,
      });
      await expect(page.getByLabel('Story')).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByLabel('Name')).toHaveValue('Ada Berg');
    },
  );

  for (const language of ['xx', '..%2F..%2Fetc', '%00', 'x'.repeat(4000)])
    test(`the language ${language.slice(0, 12)} is answered in one that there is`, async ({
      page,
    }) => {
      await page.goto(`${path}?language=${language}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Extremes');
    });
});

for (const year of [2001, 2031, 2099])
  test(
    `with a clock in ${year} the form is filled in, kept and sent`,
    {
      tag: year === 2031 ? NIGHTLY : [],
    },
    async ({ page }) => {
      await page.clock.install({ time: new Date(`${year}-06-01T10:00:00Z`) });
      await page.goto(path);
      await page.clock.resume();
      await expect(page.locator('form[data-ready]')).toBeVisible();
      await page.getByLabel('Name').fill('Ada Berg');
      await page.getByLabel('Day').fill('2026-12-24');
      await page.reload();
      await expect(page.locator('form[data-ready]')).toBeVisible();
      await expect(page.getByLabel('Name')).toHaveValue('Ada Berg');
      await sendButton(page).click();
      await page.waitForURL(/\/t\/.+/);
    },
  );

test('two hundred pages with two thousand questions open and lead on', async ({
  page,
  browser,
}) => {
  test.slow();
  const address = await publishForm(browser, wide);
  await openForm(page, address);
  await page.getByLabel('Label name').fill('Ada Berg');
  await sendButton(page).click();
  await expect(page.getByRole('heading', { name: 'Page 2' })).toBeVisible();
});
