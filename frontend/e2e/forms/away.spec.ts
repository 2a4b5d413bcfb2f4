import { createServer } from 'node:http';
import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, FORM } from '../support';
import { close, listen, startWeb } from '../web-process';

/** The pages of visitors while nothing answers where the API is said to be. */
let web: Awaited<ReturnType<typeof startWeb>>;

test.beforeAll(async () => {
  const nobody = createServer();
  const origin = await listen(nobody);
  close(nobody);
  await once(nobody, 'close');
  web = await startWeb({ WAYBILL_API_ORIGIN: origin, WAYBILL_PUBLIC_URL: '' });
});
test.afterAll(() => web.stop());

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test.describe('of whom the browser speaks German', () => {
  test.use({ locale: 'de-AT' });

  for (const path of [FORM, '/t/some-submission', '/confirm/some-link'])
    test(`${path} says so in German, and offers to try again`, async ({ page }) => {
      const answer = await page.goto(web.origin + path);
      expect(answer?.status()).toBe(502);
      await expect(page.locator('html')).toHaveAttribute('lang', 'de');
      await expect(heading(page, 'Diese Seite ist gerade nicht verfügbar')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Noch einmal versuchen' })).toHaveAttribute(
        'href',
        path,
      );
      await expectAccessible(page);
    });

  test('the language of the address counts first', async ({ page }) => {
    await page.goto(`${web.origin}${FORM}?language=fr`);
    await expect(heading(page, 'Cette page n’est pas disponible pour le moment')).toBeVisible();
  });
});

test('a form that was sent meanwhile is not called stored, and can be sent by reloading', async ({
  page,
}) => {
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${web.origin}${FORM}"><button>Go</button></form>`,
  );
  await page.getByRole('button').click();
  await expect(heading(page, 'This page is not available just now')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Your answers were not sent.');
  await expect(page.getByRole('link')).toHaveCount(0);
});
