import { expect, test, type Page } from '@playwright/test';
import { mails } from '../arrived';
import { call } from '../own-form';
import { LOOKS, expectFits } from '../looks';
import { openForm, openPage, sendButton, signIn } from '../support';
import { tabTo, typeInto } from '../tabbing';

async function expectGood(page: Page) {
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await expectFits(page);
}

const stamped = () => `${Date.now().toString(36)}${Math.floor(Math.random() * 1e4)}`;

/** Replaces what stands in a field, by keyboard. */
async function retype(page: Page, label: string, text: string) {
  const field = page.getByLabel(label, { exact: true });
  await tabTo(page, field);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Follows a link or presses a button with the keyboard alone. */
async function press(page: Page, role: 'button' | 'link', name: string | RegExp) {
  await tabTo(page, page.getByRole('main').getByRole(role, { name, exact: true }));
  await page.keyboard.press('Enter');
}

test('a template is applied, tried and published by keyboard, and its form delivers', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const mark = stamped();
  const sales = `sales-${mark}@example.com`;
  await signIn(page);
  await openPage(page, '/workflows');
  await press(page, 'link', 'New workflow');
  await typeInto(page, page.getByRole('searchbox'), 'contact form');
  await press(page, 'link', 'Contact form to ERP and sales');
  await expect(page.getByRole('heading', { level: 1, name: /Contact form/ })).toBeVisible();

  for (const part of [/^ERP/, /^Mail server/]) {
    const choice = page.getByRole('combobox', { name: part });
    await tabTo(page, choice);
    if ((await choice.inputValue()) === '') await page.keyboard.press('ArrowDown');
  }
  await retype(page, 'E-mail address of sales', sales);
  await retype(page, 'Name of the workflow', `Fair ${mark}`);
  await expect(page.getByLabel('Address of the form')).toHaveValue(`fair-${mark}`);
  await press(page, 'button', 'Show what would be sent');
  const foreseen = page.getByRole('list', { name: 'What would be sent' });
  await expect(foreseen.getByText('Create the customer.')).toBeVisible();
  await expect(foreseen.getByText(sales).first()).toBeAttached();
  await expectGood(page);
  await page.reload();
  await expect(page.getByLabel('E-mail address of sales')).toHaveValue(sales);

  await press(page, 'button', 'Publish');
  await page.waitForURL(new RegExp(`/workflows/fair-${mark}`));
  await expect(page.getByText(`“Fair ${mark}” is live.`).first()).toBeVisible();
  await expectGood(page);

  await openForm(page, `/f/fair-${mark}`);
  const email = `ada-${mark}@example.com`;
  await typeInto(page, page.getByLabel('Company'), `Fjord ${mark}`);
  await typeInto(page, page.getByLabel('Your name'), 'Ada Berg');
  await typeInto(page, page.getByLabel('E-mail'), email);
  await tabTo(page, page.getByLabel('Country'));
  await page.keyboard.type('Norway');
  await tabTo(page, sendButton(page));
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/t\/.+/);
  await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
  await expect(async () => {
    const [mail] = await mails(sales);
    expect(mail?.text).toContain(`Fjord ${mark}`);
  }).toPass();

  await openPage(page, '/workflows');
  const row = page.getByRole('row').filter({ hasText: `Fair ${mark}` });
  await expect(row).toContainText('Live, version 1');
  await call(page, 'POST', `/api/v1/workflows/fair-${mark}/archive`);
});

const small = (slug: string) => `
workflow: ${slug}
name: Small ${slug}
form:
  address: ${slug}
  title: Small
  fields:
    email: {kind: email, label: E-mail}
steps:
  mail:
    title: Writing
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: Hello, text: Hello}
`;

for (const { name: look, colorScheme, viewport, tag } of LOOKS) {
  test.describe(look, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('a workflow is switched off, on again, rolled back and protected', async ({ page }) => {
      const slug = `small-${stamped()}`;
      await signIn(page);
      await call(page, 'POST', '/api/v1/workflows', small(slug), 'application/yaml');
      await call(page, 'POST', `/api/v1/workflows/${slug}/publish`);
      const second = small(slug).replace('title: Writing', 'title: Writing to you');
      await call(page, 'PUT', `/api/v1/workflows/${slug}/live`, second, 'application/yaml');

      await openPage(page, '/workflows');
      const row = page.getByRole('row').filter({ hasText: slug });
      await row.getByRole('button', { name: /QR code/ }).click();
      await expectGood(page);
      await page.keyboard.press('Escape');
      await expectGood(page);
      await row.getByRole('link', { name: `Small ${slug}`, exact: true }).click();

      await page.getByRole('button', { name: 'Publish again… version 1' }).click();
      await expectGood(page);
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Publish version 1 again' }).click();
      await expect(
        page.getByText('What version 1 says is live as version 3.').first(),
      ).toBeVisible();
      await page.getByLabel('A task for the browser').check();
      await page.getByRole('button', { name: 'Save' }).click();
      await expect(page.getByText('Saved.').first()).toBeVisible();
      await expectGood(page);

      await page.getByRole('button', { name: 'Actions…' }).click();
      await expectGood(page);
      await dialog.getByRole('button', { name: 'Switch off' }).click();
      await expect(page.getByText('Archived').first()).toBeVisible();
      const form = async () => (await page.request.get(`/f/${slug}`)).status();
      await expect.poll(form).toBe(404); // each process of the API is told of it
      await page.getByRole('button', { name: 'Actions…' }).click();
      await dialog.getByRole('button', { name: 'Switch on' }).click();
      await expect(page.getByText('Live, version 4').first()).toBeVisible();
      await openPage(page, `/workflows/${slug}/poster`);
      await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
      await call(page, 'POST', `/api/v1/workflows/${slug}/archive`);
    });

    test('the ways to begin read well', async ({ page }) => {
      await signIn(page);
      await openPage(page, '/workflows/new');
      await expect(page.getByRole('link', { name: 'Order to ERP', exact: true })).toBeVisible();
      await expectGood(page);
      await openPage(page, '/workflows/new?from=definition');
      await page.getByLabel('Definition').fill('workflow: x');
      await page.getByRole('button', { name: 'Check it' }).click();
      await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
      await expectGood(page);
    });
  });
}
