import { expect, test, type Page } from '@playwright/test';
import { awake, credentials, expectAccessible, openPage } from '../support';

const YOU = '/settings/you';

/** Signs in in whatever language, and arrives at a page of the console. */
async function arrive(page: Page, path = YOU) {
  const { email, password } = credentials();
  await openPage(page, `/sign-in?next=${encodeURIComponent(path)}`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL(`**${path}`);
  await awake(page);
}

const language = (page: Page) => page.getByLabel(/^(Language|Sprache)$/);
const zone = (page: Page) => page.getByLabel(/^(Time zone|Zeitzone)$/);
const save = (page: Page) => page.getByRole('button', { name: /^(Save|Speichern)$/ });

/** As everybody begins: what the browser has. */
async function asBrowser(page: Page) {
  await openPage(page, YOU);
  await language(page).selectOption('');
  await zone(page).selectOption('');
  const kept = page.waitForResponse('**/api/v1/me/preferences');
  await save(page).click();
  await kept;
}

test('a language and a zone go with the account, from the first paint on', async ({
  page,
  browser,
}) => {
  await arrive(page);
  try {
    await language(page).selectOption('de');
    await zone(page).selectOption('Asia/Tokyo');
    await save(page).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Ihr Profil' })).toBeVisible();
    await expect(page.getByText('Gespeichert.')).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expectAccessible(page);

    await page.reload();
    await expect(page.getByRole('link', { name: 'Einsendungen' })).toBeVisible();
    // An English browser that has never heard of this person.
    const elsewhere = await (await browser.newContext({ locale: 'en-GB' })).newPage();
    await arrive(elsewhere);
    await expect(elsewhere.getByRole('link', { name: 'Einsendungen' })).toBeVisible();
    await expect(zone(elsewhere)).toHaveValue('Asia/Tokyo');
  } finally {
    await asBrowser(page);
  }
});

test.describe('in a German browser', () => {
  test.use({ locale: 'de-AT' });

  test('a page is not seen in English first', async ({ page }) => {
    await page.addInitScript(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const look = () => {
        const heading = document.querySelector('h1');
        if (heading && getComputedStyle(heading).visibility === 'visible')
          seen.push(heading.textContent);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await arrive(page);
    await expect(page.getByRole('heading', { level: 1, name: 'Ihr Profil' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Ihr Profil' })).toBeVisible();
    const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
    expect([...new Set(seen)]).toEqual(['Ihr Profil']);
  });
});

test('the palette leads anywhere without a mouse', async ({ page }) => {
  await arrive(page);
  await expect(page.getByText(credentials().email).first()).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/reference/)).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.type('members');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/settings\/members/);
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder(/reference/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByPlaceholder(/reference/)).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys of this page' })).toBeVisible();
  await expectAccessible(page);
});

test('a session that ends in the middle of a form costs nothing', async ({ page, context }) => {
  await arrive(page);
  await zone(page).selectOption('Asia/Tokyo');
  // Not before: the dialog would stand in front of the button.
  await page.route(
    '**/api/v1/me/preferences',
    async (route) => {
      await context.clearCookies();
      await route.continue();
    },
    { times: 1 },
  );
  await save(page).click();
  const again = page.getByRole('dialog', { name: 'Your session has ended' });
  await expect(again).toBeVisible();
  await expectAccessible(page);
  await again.getByLabel('Password').fill(credentials().password);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Saved.')).toBeVisible();
  await expect(again).toBeHidden();
  await expect(zone(page)).toHaveValue('Asia/Tokyo');
  await asBrowser(page);
});

test('whoever leaves unsaved changes is asked, by link and by the back button', async ({
  page,
}) => {
  await arrive(page, '/settings/members');
  await page.getByRole('link', { name: 'You', exact: true }).click();
  await page.waitForURL(`**${YOU}`);
  await zone(page).selectOption('Asia/Tokyo');
  const ask = page.getByRole('dialog', { name: 'Leave without saving?' });

  await page.getByRole('link', { name: 'Your sign-in' }).click();
  await ask.getByRole('button', { name: 'Stay here' }).click();
  await expect(page).toHaveURL(new RegExp(`${YOU}$`));
  await expect(zone(page)).toHaveValue('Asia/Tokyo');

  await page.goBack();
  await expect(ask).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`${YOU}$`));
  await ask.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(/\/settings\/members$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Members' })).toBeVisible();
});

test('a network that is away is said, and what was shown stays', async ({ page, context }) => {
  await arrive(page, '/settings/members');
  await expect(page.getByText('What each role may do')).toBeVisible();
  await context.setOffline(true);
  await expect(page.getByText('There is no network.')).toBeVisible();
  await expect(page.getByText('What each role may do')).toBeVisible();
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText('There is no network.')).toBeHidden();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the menu opens, leads on and closes', async ({ page }) => {
    await arrive(page);
    await page.getByRole('button', { name: 'Menu' }).click();
    const menu = page.getByRole('dialog', { name: 'Menu' });
    await expectAccessible(page);
    await menu.getByRole('link', { name: 'Submissions' }).click();
    await expect(page).toHaveURL(/\/submissions/);
    await expect(menu).toBeHidden();
  });
});
