import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { linesOf, mails, sales } from '../arrived';
import { publishForm } from '../own-form';
import { newCompany } from '../support';

const GUIDE = join(__dirname, '../../../docs/guides/your-first-workflow.md');

/** The workflow of the guide, under a name of the test's own, and without the system that only the
 * guide has. */
function parts(slug: string): string {
  const shown = /^```yaml\n(# parts\.yaml\n.*?)^```$/ms.exec(readFileSync(GUIDE, 'utf8'))?.[1];
  if (!shown) throw new Error('The guide shows no parts.yaml.');
  const lead = /^ {2}lead:\n.*?(?=^ {2}confirm:)/ms;
  return shown
    .replace('workflow: parts', `workflow: ${slug}`)
    .replace('parts-my-org', slug)
    .replace(lead, '');
}

let path: string;

test.beforeAll(async ({ browser }) => {
  path = await publishForm(browser, parts);
});

const VISITORS = [
  {
    locale: 'en-GB',
    company: 'Company',
    country: 'Country',
    part: 'Part',
    of: 'Part 1',
    quantity: 'Quantity',
    vat: 'VAT number',
    send: 'Send',
    subject: 'Your order',
    lamp: 'Desk lamp',
  },
  {
    locale: 'de-AT',
    company: 'Firma',
    country: 'Land',
    part: 'Teil',
    of: 'Teil 1',
    quantity: 'Menge',
    vat: 'UID-Nummer',
    send: 'Absenden',
    subject: 'Ihre Bestellung',
    lamp: 'Schreibtischlampe',
  },
];

for (const visitor of VISITORS) {
  test.describe(`a visitor who reads ${visitor.locale}`, () => {
    test.use({ locale: visitor.locale });

    test('fills in the form of the guide, and all of it arrives', async ({ page }) => {
      const { email } = newCompany();
      await page.goto(path);
      await expect(page.locator('form[data-ready]')).toBeVisible();
      await page.getByLabel(visitor.company, { exact: true }).fill('Nordwind Trading');
      await page.getByLabel(/^E-?mail$/i).fill(email);
      await expect(page.getByLabel(visitor.vat)).toBeVisible();
      await page.getByLabel(visitor.country, { exact: true }).selectOption('DE');
      await expect(page.getByLabel(visitor.vat)).toBeHidden();
      const row = page.getByRole('group', { name: visitor.of, exact: true });
      await row.getByLabel(visitor.lamp, { exact: true }).check();
      await row.getByLabel(visitor.quantity, { exact: true }).fill('3');
      await page.getByRole('button', { name: visitor.send, exact: true }).click();
      await expect(page).toHaveURL(/\/t\/.+/);
      await expect.poll(async () => (await mails(email)).length, { timeout: 30_000 }).toBe(1);
      const [sale] = await sales(email);
      expect(linesOf(sale)[0]).toMatch(/^3 LAMP at /);
      expect((await mails(email))[0]?.subject).toBe(visitor.subject);
    });
  });
}
