import { expect, test, type Browser, type Page } from '@playwright/test';
import { mails } from '../arrived';
import { NIGHTLY } from '../looks';
import { openForm, openPage, sendButton } from '../support';
import { connectMail, connectTryton, KEYS, tryKey } from './connections';
import { expectEach, exportAll, findAndCorrect, takeUpAll } from './failed';
import { bringIn, linkOf, mailPicture, MANY } from './leads';
import { expectNext, makeKey, mayAnybodySignUp, signUp } from './person';
import { part, picture } from './pictures';

const ERP = 'Our ERP';
const MAIL = 'Our mail server';
const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } as const;

test.use({
  viewport: { width: 1024, height: 720 },
  locale: 'en-GB',
  actionTimeout: 30_000,
});

test(
  'the first day of a new user, from signing up to hundreds of failures repaired',
  {
    tag: NIGHTLY,
  },
  async ({ page, browser, request }) => {
    test.setTimeout(2_400_000);
    const mark = Date.now().toString(36);
    const owner = {
      name: 'Nora Lind',
      email: `nora-${mark}@nordwind.example.com`,
      password: `a fair wind ${mark}`,
      organization: 'Nordwind Trading',
    };
    const sales = `sales-${mark}@nordwind.example.com`;
    const workflow = `website-leads-${mark}`;

    test.skip(
      !(await mayAnybodySignUp(request)),
      'Nobody may sign up here: the stack was started without WAYBILL_OPEN_SIGNUP=true.',
    );
    await openPage(page, '/sign-in');

    await test.step('signs up and connects both systems', async () => {
      await signUp(page, owner);
      await page.getByRole('link', { name: 'Connect a system' }).click();
      await connectTryton(page, ERP);
      await page.getByRole('button', { name: 'Connect another system' }).click();
      await connectMail(page, MAIL);
    });

    const form = await test.step('applies a template', async () => {
      await page.getByRole('link', { name: 'Overview' }).click();
      await expectNext(page, 'Take a template');
      await page.getByRole('link', { name: 'Choose a template' }).click();
      await applyTemplate(page, { sales, workflow, mark });
      await page.getByRole('link', { name: 'Overview' }).click();
      await expectNext(page, 'Submit its form');
      return page.getByRole('link', { name: 'Open the form' }).getAttribute('href');
    });

    await test.step('submits on a phone and watches it arrive', async () => {
      await submitOnPhone(browser, form ?? '', `ada-${mark}@example.com`);
      await expect.poll(async () => (await mails(sales)).length, { timeout: 120_000 }).toBe(1);
      await page.reload();
      await expect(page.getByText('Nothing needs you', { exact: true })).toBeVisible();
      await expect(page.getByRole('heading', { name: 'To your first delivery' })).toHaveCount(0);
    });

    const odd = await test.step('breaks the password, and leads come in', async () => {
      const secret = await makeKey(page);
      await openPage(page, '/connections/our-erp');
      await page.getByRole('button', { name: 'Replace the credentials' }).click();
      const dialog = await tryKey(page, 'mistyped', 'It does not work yet');
      await dialog.getByRole('button', { name: 'Replace them all the same' }).click();
      await expect(dialog).toBeHidden();
      return bringIn(request, { secret, workflow, mark });
    });

    await test.step('sees the alert, and repairs it in haste from its link', async () => {
      const link = await linkOf(owner.email, `${ERP} refuses the sign-in`);
      await mailPicture(browser, `${ERP} refuses the sign-in`);
      await openPage(page, link);
      await expect(page.getByText('Sign-in refused', { exact: true })).toBeVisible();
      await picture(page, 'refused', 270);
      await page.getByRole('button', { name: 'Correct the credentials' }).click();
      const dialog = await tryKey(page, KEYS.anothers(), 'It works');
      await part(dialog, 'hasty-key');
      await dialog.getByRole('button', { name: 'Replace them and resume' }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('hears that the steps fail, and gives the right key', async () => {
      await openPage(page, await linkOf(owner.email, '“Opening the request for sales” failed'));
      // All but the one that the ERP refuses for its own answers.
      await expectEach(page, MANY - 1);
      await page.getByRole('link', { name: /^WB-/ }).first().waitFor();
      await page
        .getByRole('heading', { name: 'Submissions' })
        .evaluate((it) => it.scrollIntoView());
      await picture(page, 'failed', 480);
      await openPage(page, '/connections/our-erp');
      await page.getByRole('button', { name: 'Replace the credentials' }).click();
      const dialog = await tryKey(page, KEYS.ours(), 'It works');
      await dialog.getByRole('button', { name: 'Replace the old ones' }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step('takes up all that failed, and exports them', async () => {
      await takeUpAll(page, MANY);
      // The one from the phone, and all but the one that the ERP refuses for its own answers.
      await openPage(page, '/submissions?status=succeeded');
      await expectEach(page, MANY);
      await exportAll(page, MANY + 1, odd);
    });

    await test.step('finds the last one by its address, corrects it and resumes it', async () => {
      await findAndCorrect(page, odd);
      await expect
        .poll(async () => (await mails(sales)).at(-1)?.subject, { timeout: 120_000 })
        .toBe(`Lead ${odd.company}`);
    });
  },
);

async function applyTemplate(
  page: Page,
  { sales, workflow, mark }: { sales: string; workflow: string; mark: string },
) {
  await page.getByRole('searchbox').fill('contact form');
  await page.getByRole('link', { name: 'Contact form to ERP and sales' }).click();
  await page.getByLabel('E-mail address of sales').fill(sales);
  await page.getByLabel('Name of the workflow').fill(`Website leads ${mark}`);
  await page.getByRole('button', { name: 'Show what would be sent' }).click();
  const foreseen = page.getByRole('list', { name: 'What would be sent' });
  await expect(foreseen.getByText('Create the customer.')).toBeVisible();
  await page.getByRole('heading', { name: /Your systems/ }).evaluate((it) => it.scrollIntoView());
  await picture(page, 'template', 560);
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(new RegExp(`/workflows/${workflow}`));
}

async function submitOnPhone(browser: Browser, path: string, email: string) {
  const phone = await browser.newPage(PHONE);
  await openForm(phone, path);
  await phone.getByLabel('Company').fill('Fjord Supplies');
  await phone.getByLabel('Your name').fill('Ada Berg');
  await phone.getByLabel('E-mail').fill(email);
  await phone.getByLabel('Country').selectOption({ label: 'Norway' });
  await sendButton(phone).tap();
  await phone.waitForURL(/\/t\/.+/);
  await expect(phone.getByText('Final: nothing changes here any more.')).toBeVisible();
  await part(phone.getByRole('main'), 'phone');
  await phone.close();
}
