import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { linesOf, mails, sales } from '../arrived';
import { publishForm } from '../own-form';
import { newCompany } from '../support';
import { tabTo, typeInto } from '../tabbing';

const GUIDE = join(__dirname, '../../../docs/guides/forms.md');

/** The form of the guide, under a name of the test's own. */
function furniture(slug: string): string {
  const shown = /^```yaml\n(# furniture\.yaml\n.*?)^```$/ms.exec(readFileSync(GUIDE, 'utf8'))?.[1];
  if (!shown) throw new Error('The guide shows no furniture.yaml.');
  return shown.replace('workflow: furniture', `workflow: ${slug}`).replace('furniture-ORG', slug);
}

let path: string;

test.beforeAll(async ({ browser }) => {
  path = await publishForm(browser, furniture);
});

test.describe('on a phone, in German, with the keyboard alone', () => {
  test.use({
    viewport: { width: 390, height: 844 },
    isMobile: true,
    hasTouch: true,
    locale: 'de-AT',
    timezoneId: 'Europe/Vienna',
  });

  test('the form of the guide is filled in, looked over and sent', async ({ page }) => {
    test.slow();
    const { email } = newCompany();
    const { keyboard } = page;
    const label = (name: string) => page.getByLabel(name, { exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    await page.goto(`${path}?from=spring`);
    await expect(page.getByRole('heading', { name: 'Möbel bestellen' })).toBeVisible();
    await expect(page.locator('form[data-ready]')).toBeVisible();

    await typeInto(page, label('Firma'), 'Huber GmbH');
    await typeInto(page, label('E-Mail'), email);
    await typeInto(page, label('Telefon'), '01 5131515');
    await typeInto(page, label('UID-Nummer'), 'ATU12345678');
    const deliver = page.getByRole('group', { name: 'Lieferadresse' });
    await typeInto(page, deliver.getByLabel('Straße und Hausnummer'), 'Ring 1');
    await typeInto(page, deliver.getByLabel('Postleitzahl'), '10115');
    await typeInto(page, deliver.getByLabel('Ort', { exact: true }), 'Berlin');
    await typeInto(page, deliver.getByRole('combobox'), 'Deutschl');
    await expect(deliver.getByRole('combobox')).toHaveValue('DE');
    await tabTo(page, label('Im Netz'));
    await keyboard.press('ArrowDown');
    await expect(label('Auf einer Messe')).toBeChecked();
    await tabTo(page, label('Tische'));
    await keyboard.press('Space');
    await tabTo(page, button('Weiter'));
    await keyboard.press('Enter');

    await expect(page.getByRole('heading', { name: 'Was Sie bestellen' })).toBeVisible();
    await pick(page, 'Artikel 1', 'desk la', 'Desk lamp');
    await row(page, 'Artikel 1', '3', '48,50');
    await tabTo(page, button('Artikel hinzufügen'));
    await keyboard.press('Enter');
    await pick(page, 'Artikel 2', 'cable', 'Network cable');
    await row(page, 'Artikel 2', '12,25', '1,15');
    await expect(cells(page, 'Artikel 2').getByRole('status')).toHaveText('14,09');
    await tabTo(page, button('Artikel 2 nach oben verschieben'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(cells(page, 'Artikel 1').getByLabel('Menge')).toHaveValue('12,25');

    await typeInto(page, label('Budget'), '1234,55');
    await expect(label('Anzahlung')).toHaveText('370,37');
    await typeInto(page, label('Lieferung ab'), '05052099');
    await typeInto(page, label('Lieferung bis'), '03032099');
    await typeInto(page, label('Nicht vor'), '0930A');
    const setUp = page.getByRole('radiogroup', { name: 'Aufbauen?' });
    await tabTo(page, setUp.getByLabel('Ja'));
    await keyboard.press('Space');
    await typeInto(page, label('Arbeitsstunden'), '1,75');
    await typeInto(page, label('Stockwerk'), '3');
    await tabTo(page, label('Ich stimme zu'));
    await keyboard.press('Space');
    await typeInto(page, label('Ihr Name'), 'Eva Huber');
    await tabTo(page, button('Antworten prüfen'));
    await keyboard.press('Enter');

    await expect(label('Lieferung bis')).toHaveAccessibleDescription('Das ist vor dem ersten Tag.');
    await expect(page.getByRole('main').getByRole('alert')).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(label('Lieferung bis')).toBeFocused();
    await keyboard.type('06062099');
    await tabTo(page, button('Antworten prüfen'));
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Prüfen Sie Ihre Antworten' })).toBeVisible();
    await tabTo(page, button('Bestellen'));
    await keyboard.press('Enter');

    await expect(page.getByRole('heading', { name: 'Danke' })).toBeVisible();
    await expect(page).toHaveURL(/\/t\/.+/);
    await expect(page.getByText('Eine Nachricht ist unterwegs.')).toBeVisible();
    await expect(page.getByText('Wir haben Ihnen geschrieben.', { exact: true })).toBeVisible();
    const [sale, ...others] = await sales(email);
    expect(others).toEqual([]);
    expect(sale?.description).toBe('Deliver 2099-05-05 to 2099-06-06, not before 09:30');
    expect(linesOf(sale)).toEqual(['1.75 SETUP at 95', '12.25 CABLE at 1.15', '3 LAMP at 48.5']);
    expect(sale?.untaxed_amount.decimal).toBe('325.84');
    const [mail] = await mails(email);
    expect(mail?.subject).toMatch(/^Ihre Bestellung WB-/);
    expect(mail?.text).toContain('12.25 × CABLE: 14,09 EUR\n3 × LAMP: 145,50 EUR');
    expect(mail?.text).toContain('Anzahlung: 370.37 EUR');
  });
});

const cells = (page: Page, name: string) => page.getByRole('group', { name, exact: true });

/** Looks an article up in the ERP and takes it. */
async function pick(page: Page, of: string, search: string, found: string) {
  const article = cells(page, of).getByRole('combobox', { name: 'Artikel' });
  await typeInto(page, article, search);
  await expect(page.getByRole('option', { name: found })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(article).toHaveValue(found);
}

async function row(page: Page, of: string, quantity: string, price: string) {
  await typeInto(page, cells(page, of).getByLabel('Menge'), quantity);
  await typeInto(page, cells(page, of).getByLabel('Vereinbarter Preis'), price);
}

test.describe('without script, in English', () => {
  test.use({ javaScriptEnabled: false, locale: 'en-GB' });

  test('the form of the guide is filled in and sent', async ({ page }) => {
    const { email } = newCompany();
    const label = (name: string) => page.getByLabel(name, { exact: true });
    const order = page.getByRole('button', { name: 'Order', exact: true });
    await page.goto(`${path}?from=spring`);
    await label('Company').fill('Berg Ltd');
    await label('E-mail').fill(email);
    await label('Phone').fill('01 5131515');
    await label('VAT number').fill('ATU12345678');
    const deliver = page.getByRole('group', { name: 'Deliver to' });
    await deliver.getByLabel('Street and number').fill('Ring 1');
    await deliver.getByLabel('Postcode').fill('1010');
    await deliver.getByLabel('City').fill('Wien');
    await deliver.getByRole('combobox').selectOption('AT');
    await label('At a fair').check();
    const first = cells(page, 'Article 1');
    await first.getByRole('combobox', { name: 'Article' }).fill('CABLE');
    await first.getByLabel('Quantity').fill('0.75');
    await first.getByLabel('Agreed price').fill('1.0333');
    await page.locator('[name="budget.amount"]').fill('1,000.01');
    await page.locator('[name="budget.currency"]').selectOption('CHF');
    await label('Deliver from').fill('2099-03-02');
    await label('Deliver until').fill('2099-03-02');
    await label('Not before').fill('08:00');
    await page.getByRole('radiogroup', { name: 'Set it up?' }).getByLabel('Yes').check();
    await label('Floor').fill('-1');
    await label('Plan of the room (optional)').setInputFiles({
      name: 'plan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await label('I agree').check();
    await label('Your name').fill('Ada Berg');
    await order.click();

    await expect(first.getByLabel('Agreed price')).toHaveAccessibleDescription(/at most 2 digits/);
    await first.getByLabel('Agreed price').fill('1.03');
    await order.click();
    await label('Hours of work').fill('0.25');
    await order.click();

    await expect(page.getByRole('heading', { name: 'Thank you' })).toBeVisible();
    await expect(page).toHaveURL(/\/t\/.+/);
    await expect(async () => {
      await page.reload();
      await expect(page.getByText('We have written to you.', { exact: true })).toBeVisible({
        timeout: 1_000,
      });
    }).toPass();
    const [sale, ...others] = await sales(email);
    expect(others).toEqual([]);
    expect(linesOf(sale)).toEqual(['0.25 SETUP at 95', '0.75 CABLE at 1.03']);
    expect(sale?.untaxed_amount.decimal).toBe('24.52');
    const [mail] = await mails(email);
    expect(mail?.subject).toMatch(/^Your order WB-/);
    expect(mail?.text).toContain('0.75 × CABLE: 0.77 EUR');
    expect(mail?.text).toContain('Deposit: 300.00 CHF');
  });
});
