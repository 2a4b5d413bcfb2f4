import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { latestLink } from '../mailbox';
import { publishForm } from '../own-form';

// Forms that a script would have to solve a task for, and visitors whose browser runs none.
test.use({ javaScriptEnabled: false });

const WITH_TASK = { honeypot: true, min_seconds: 0, proof_of_work: true, allowed_origins: [] };
const short = (without: string) => (slug: string) => `
workflow: ${slug}
name: Short
form:
  address: ${slug}
  title: Short
  without_script: ${without}
  fields:
    email: {kind: email, label: E-mail}
steps:
  mail:
    title: Telling the team
    use: mail/email.send
    with: {to: "\${{ input.email }}", subject: Short, text: Short}
`;

test('a form with a task for scripts is refused in words', async ({ page, browser }) => {
  await page.goto(await publishForm(browser, short('refuse'), WITH_TASK));
  await expect(page.getByText(/needs JavaScript/).first()).toBeVisible();
  await page.getByLabel('E-mail').fill('ada@example.com');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('needs JavaScript');
  await expect(page.getByLabel('E-mail')).toHaveValue('ada@example.com');
});

test('or it is confirmed by e-mail, where its owner chose that', async ({ page, browser }) => {
  const email = `ada.${randomUUID()}@example.com`;
  await page.goto(await publishForm(browser, short('mail'), WITH_TASK));
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(page.getByRole('status')).toContainText(`We sent a message to ${email}`);
  await page.goto(await latestLink(email, '/confirm'));
  await page.getByRole('button', { name: 'Send the answers' }).click();
  await page.waitForURL(/\/t\/.+/);
  await expect(page.locator('.t-reference')).toBeVisible();
});
