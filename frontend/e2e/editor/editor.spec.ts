import { expect, test, type Browser, type Page } from '@playwright/test';
import { mails, opportunities } from '../arrived';
import { connectMail, connectTryton } from '../first-day/connections';
import { mayAnybodySignUp, signUp } from '../first-day/person';
import { picturesOf } from '../pictures';
import { expectAccessible, openForm, openPage, sendButton } from '../support';
import { addStep, ask, onlyFrom, suggest, text } from './builder';

const { picture, part } = picturesOf('editor');
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', actionTimeout: 30_000 });

test('orders of dealers go into the ERP, the large ones to sales too, without an expression', async ({
  page,
  browser,
  request,
}) => {
  test.setTimeout(900_000);
  test.skip(
    !(await mayAnybodySignUp(request)),
    'Nobody may sign up here: the stack was started without WAYBILL_OPEN_SIGNUP=true.',
  );
  const mark = Date.now().toString(36);
  const sales = `sales-${mark}@nordwind.example.com`;
  const name = `Dealer orders ${mark}`;
  const slug = `dealer-orders-${mark}`;

  await test.step('signs up and connects both systems', async () => {
    await openPage(page, '/sign-in');
    await signUp(page, {
      name: 'Nora Lind',
      email: `nora-${mark}@nordwind.example.com`,
      password: `a fair wind ${mark}`,
      organization: 'Nordwind Trading',
    });
    await page.getByRole('link', { name: 'Connect a system' }).click();
    await connectTryton(page, 'Our ERP');
    await page.getByRole('button', { name: 'Connect another system' }).click();
    await connectMail(page, 'Our mail server');
  });

  await test.step('begins with an empty workflow', async () => {
    await openPage(page, '/workflows/new');
    await page.getByRole('link', { name: /With an empty one/ }).click();
    await page.getByLabel('Name of the workflow').fill(name);
    await page.getByLabel('German').check();
    await picture(page, 'begin', 560);
    await page.getByRole('button', { name: 'Make it and open the editor' }).click();
    await page.waitForURL(/\/edit/);
  });

  await test.step('asks eight questions in two languages', async () => {
    await ask(page, { kind: 'Text', en: 'Company', de: 'Firma' });
    await ask(page, { kind: 'Text', en: 'Your name', de: 'Ihr Name' });
    await ask(page, { kind: 'E-mail address', en: 'E-mail', de: 'E-Mail' });
    await ask(page, { kind: 'Country', en: 'Country', de: 'Land' });
    await ask(page, { kind: 'Phone number', en: 'Phone', de: 'Telefon', required: false });
    await ask(page, { kind: 'Decimal number', en: 'Value in EUR', de: 'Wert in EUR' });
    await ask(page, { kind: 'Date', en: 'Deliver on', de: 'Liefern am' });
    await ask(page, { kind: 'Paragraph', en: 'What you order', de: 'Was Sie bestellen' });
    await expect(page.frameLocator('iframe').getByLabel('What you order')).toBeVisible();
    await picture(page, 'questions', 640);
  });

  await test.step('says what happens with the answers', async () => {
    await addStep(page, 'customer', /^Find or create the customer/);
    await suggest(page);
    await addStep(page, 'opportunity', /^Open the opportunity/);
    await suggest(page);
    await text(page, 'Subject', 'Order of ', /^Company/);
    await picture(page, 'mapping', 640);
    await addStep(page, 'e-mail', /^Send an e-mail/);
    await text(page, 'To', sales);
    await text(page, 'Subject', 'Large order of ', /^Company/);
    await text(page, 'Text', 'They want: ', /^What you order/);
    await onlyFrom(page, 'Value in EUR', '1000');
    await expect(page.getByText('Only when Value in EUR is at least 1000')).toBeVisible();
    await picture(page, 'condition', 640);
  });

  await test.step('sees what would be sent', async () => {
    await page.getByRole('button', { name: 'Fill in an example' }).click();
    const foreseen = page.getByRole('list', { name: 'What would be sent' });
    await expect(foreseen.getByText('Create the customer.')).toBeVisible();
    await expect(foreseen.getByText('Not for these answers')).toBeVisible();
    await expect(page.getByText('Nothing keeps this from being published.').first()).toBeVisible();
    await expectAccessible(page);
    await picture(page, 'preview', 640);
  });

  await test.step('publishes it, and a large order arrives', async () => {
    await publish(page, 'The first one');
    await submitOnPhone(browser, `/f/${slug}`, { mark, value: '2500.00', asked: 'What you order' });
    await expect.poll(async () => (await mails(sales)).length, { timeout: 120_000 }).toBe(1);
    const [mail] = await mails(sales);
    expect(mail?.subject).toBe(`Large order of Fjord ${mark}`);
    expect(mail?.text).toContain('Ten standing desks');
    expect(await opportunities(`ada-${mark}@example.com`)).toEqual([`Order of Fjord ${mark}`]);
  });

  await test.step('changes a question, sees the difference, publishes', async () => {
    await page.getByRole('button', { name: 'What you order Paragraph' }).click();
    const question = page.locator('[data-part]').getByRole('group', { name: 'Question' });
    await question.getByLabel('English').fill('What do you need?');
    await expect(page.getByText('Saved as a draft')).toBeVisible();
    await page.getByRole('button', { name: 'Publish …' }).click();
    await expect(
      page
        .getByRole('dialog')
        .getByText(/What do you need\?/)
        .first(),
    ).toBeVisible();
    await part(page.getByRole('dialog'), 'publish');
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click();
    await publish(page, 'A question instead of a title');
    await submitOnPhone(browser, `/f/${slug}`, {
      mark,
      value: '20.00',
      asked: 'What do you need?',
    });
    expect(await mails(sales)).toHaveLength(1);
  });

  await test.step('goes back to the first version', async () => {
    await openPage(page, `/workflows/${slug}`);
    await expect(page.getByText('A question instead of a title')).toBeVisible();
    await page.getByRole('button', { name: 'Publish again… version 1' }).click();
    const dialog = page.getByRole('dialog', { name: 'Back to version 1' });
    await dialog.getByLabel('Why').fill('Dealers did not understand it');
    await dialog.getByRole('button', { name: 'Publish version 1 again' }).click();
    await expect(page.getByText('What version 1 says is live as version 3.').first()).toBeVisible();
    await part(page.locator('section[aria-labelledby="versions"]'), 'versions');
    await openForm(page, `/f/${slug}`);
    await expect(page.getByLabel('What you order')).toBeVisible();
  });
});

async function publish(page: Page, why: string) {
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await page.getByRole('button', { name: 'Publish …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Why').fill(why);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByRole('heading', { name: /is live$/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
}

type Order = { mark: string; value: string; asked: string };

async function submitOnPhone(browser: Browser, path: string, { mark, value, asked }: Order) {
  const phone = await browser.newPage({ ...PHONE, locale: 'en-GB' });
  await openForm(phone, path);
  await phone.getByLabel('Company').fill(`Fjord ${mark}`);
  await phone.getByLabel('Your name').fill('Ada Berg');
  await phone.getByLabel('E-mail').fill(`ada-${mark}@example.com`);
  await phone.getByLabel('Country').selectOption({ label: 'Norway' });
  await phone.getByLabel('Value in EUR').fill(value);
  await phone.getByLabel('Deliver on').fill('2099-03-02');
  await phone.getByLabel(asked).fill('Ten standing desks');
  await sendButton(phone).tap();
  await phone.waitForURL(/\/t\/.+/);
  await expect(phone.getByText('Final: nothing changes here any more.')).toBeVisible({
    timeout: 120_000,
  });
  await part(phone.getByRole('main'), `phone-${asked === 'What you order' ? 'large' : 'small'}`);
  await phone.close();
}
