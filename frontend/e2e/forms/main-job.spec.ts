import { expect, test } from '@playwright/test';
import { call, publishForm } from '../own-form';
import {
  awake,
  consoleErrors,
  credentials,
  fillForm,
  newCompany,
  openForm,
  openPage,
  sendButton,
  signIn,
  submitForm,
} from '../support';

test('a visitor submits, watches it arrive, and an operator sees how', async ({ page }) => {
  const errors = consoleErrors(page);
  const { company } = await submitForm(page);
  const route = page.getByRole('list', { name: 'Steps of this submission' });
  const stops = route.getByRole('listitem');
  await expect(stops.first()).toContainText('Delivered');
  await expect(stops.last()).toContainText('Delivered');
  await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
  const record = await stops.first().locator('code').first().textContent();
  expect(record).toMatch(/\d+/);
  const reference =
    (await page
      .getByText(/^WB-[0-9A-Z]+$/)
      .first()
      .textContent()) ?? '';
  expect(errors).toEqual([]);

  await signIn(page);
  await page.getByRole('searchbox', { name: 'Search' }).fill(reference);
  await expect(page).toHaveURL(new RegExp(`q=${reference}`));
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.getByRole('link', { name: reference }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company.name);
  const attempts = page.getByRole('list', { name: /^Attempts of/ }).first();
  await attempts.getByText('Attempt 1').click();
  await expect(attempts.getByLabel('Request')).toContainText(company.name);
  await expect(attempts.getByLabel('Response')).toBeVisible();
  await expect(page.getByText(company.email).first()).toBeVisible();
  const shown = await page.locator('body').innerText();
  expect(shown).not.toContain(credentials().password);
  expect(shown.toLowerCase()).not.toContain('authorization');
});

const mailOnly = (slug: string) => `
workflow: ${slug}
name: A message
form:
  address: ${slug}
  title: A message
  fields:
    email: {kind: email, label: E-mail}
steps:
  welcome:
    title: Sending the message
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: Welcome, text: Thank you.}
`;

test('the state comes to the page over one stream, unbuffered', async ({ page, browser }) => {
  const path = await publishForm(browser, mailOnly);
  const operator = await browser.newPage();
  await signIn(operator);
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/track/')) asked.push(request.url());
  });
  // The page is drawn with the state of its moment, so what changes must change later.
  await call(operator, 'POST', '/api/v1/connections/mail/pause', '{}');
  try {
    await openForm(page, path);
    await page.getByLabel('E-mail').fill(newCompany().email);
    const stream = page.waitForResponse((response) => response.url().includes('/stream/track/'));
    await sendButton(page).click();
    const response = await stream;
    expect(response.headers()['content-type']).toContain('text/event-stream');
    expect(response.headers()['content-encoding']).toBeUndefined();
  } finally {
    await call(operator, 'POST', '/api/v1/connections/mail/resume');
    await operator.close();
  }
  await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
  expect(asked).toEqual([]);
});

test('without the stream the page still reaches the end', async ({ page }) => {
  await page.route('**/stream/**', (route) => route.abort());
  await submitForm(page);
  await expect(page.getByText('Final: nothing changes here any more.')).toBeVisible();
});

test('pressing the button twice and reloading while it sends makes one submission', async ({
  page,
}) => {
  const company = newCompany();
  await page.route('**/submissions', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await openForm(page);
  await fillForm(page, company);
  await sendButton(page).dblclick();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('The form was not sent');
  await page.unroute('**/submissions');

  await page.reload();
  await expect(page.getByLabel('Company')).toHaveValue(company.name);
  await sendButton(page).click();
  await page.waitForURL(/\/t\/.+/);
  await signIn(page);
  await openPage(page, `/submissions?q=${encodeURIComponent(company.email)}`);
  await expect(page.getByRole('link', { name: /^WB-/ })).toHaveCount(1);
});

test('whoever is not signed in is sent to sign in, and comes back', async ({ page }) => {
  await page.goto('/submissions?status=succeeded');
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await awake(page);
  const { email, password } = credentials();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('main').getByRole('alert')).toContainText('is not right');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/submissions\?status=succeeded/);
  await expect(
    page.getByRole('button', { name: 'Remove the filter State: Delivered' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
});
