import { expect, test, type Page } from '@playwright/test';

const toDark = { name: 'Switch to dark colours' };
const toLight = { name: 'Switch to light colours' };

async function expectPaper(page: Page, colour: 'light' | 'dark') {
  await expect(page.locator('body')).toHaveCSS(
    'background-color',
    colour === 'dark' ? 'rgb(18, 21, 25)' : 'rgb(246, 244, 238)',
  );
}

test('the first page runs no script of its own or the framework', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(scripts).toEqual([]);
  expect(await page.locator('script').count()).toBe(1);
});

test('without a choice the system decides, also when it changes later', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of ['/', '/sign-in']) {
    await page.goto(path, { waitUntil: 'networkidle' });
    await expectPaper(page, 'dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expectPaper(page, 'light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectPaper(page, 'dark');
  }
});

test('a choice holds on every page, by keyboard too, and in another tab', async ({
  page,
  context,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/sign-in', { waitUntil: 'networkidle' });
  await page.getByRole('button', toDark).focus();
  await page.keyboard.press('Enter');
  await expectPaper(page, 'dark');
  await expectPaper(other, 'dark');
  await page.goto('/sign-in', { waitUntil: 'networkidle' });
  await expectPaper(page, 'dark');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', toLight).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectPaper(page, 'light');
  await page.reload();
  await expectPaper(page, 'light');
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the first page is whole, and offers no button that does nothing', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});
