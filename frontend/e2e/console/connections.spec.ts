import { expect, test } from '@playwright/test';
import { expectAccessible, openPage, signIn } from '../support';
import { tabTo, typeInto } from '../tabbing';

const stamp = () => Date.now().toString(36);

test('a mail server is connected, tested, paused and deleted with the keyboard alone', async ({
  page,
}) => {
  const name = `Mail ${stamp()}`;
  await signIn(page);
  await openPage(page, '/connections');
  await expectAccessible(page);
  await tabTo(page, page.getByRole('link', { name: 'Connect a system' }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await page.keyboard.type('mail');
  await expectAccessible(page);
  await tabTo(page, page.getByRole('button', { name: /^E-?mail/i }));
  await page.keyboard.press('Enter');

  await typeInto(page, page.getByLabel('Name', { exact: true }), name);
  await typeInto(page, page.getByLabel('Mail server'), process.env.SMTP_HOST ?? '127.0.0.1');
  await tabTo(page, page.getByLabel('Port'));
  await page.keyboard.press('Control+A');
  await page.keyboard.type(process.env.SMTP_PORT ?? '1025');
  await tabTo(page, page.getByLabel('Encryption'));
  await page.keyboard.type('None');
  await typeInto(
    page,
    page.getByLabel('Sender’s address').or(page.getByLabel("Sender's address")),
    'orders@example.com',
  );
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await expect(page.getByText('It works', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save the connection' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `${name} is connected` })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'Look at the connection' }));
  await page.keyboard.press('Enter');

  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
  await expect(page.getByText('Working', { exact: true })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Test now' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('It works', { exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Pause', exact: true }));
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Why (optional)')).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('The server moves.');
  await tabTo(page, page.getByRole('button', { name: 'Pause it' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Paused by .*: The server moves\./)).toBeVisible();
  await expectAccessible(page);

  await tabTo(page, page.getByRole('button', { name: 'Resume' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Working', { exact: true })).toBeVisible();

  await tabTo(page, page.getByRole('button', { name: 'Delete it …' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Delete for good' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Connections', level: 1 })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Connections and how they are' })).toBeVisible();
  await expect(page.getByRole('link', { name })).toHaveCount(0);
});
