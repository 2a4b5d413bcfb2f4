import { createServer, type Server } from 'node:http';
import { expect, test, type Page } from '@playwright/test';
import { LOOKS, expectFits } from '../looks';
import { FORM } from '../support';
import { close, listen, startWeb } from '../web-process';

const demo = (page: Page) => page.getByRole('main').locator(`a[href="${FORM}"]`);

for (const { name, colorScheme, viewport, tag } of LOOKS)
  test.describe(name, { tag }, () => {
    test.use({ colorScheme, viewport });

    test('the first page leads to the form of the demonstration', async ({ page }) => {
      for (const path of ['/', '/with-demo']) {
        await page.goto(path);
        await expect(demo(page).first()).toBeVisible();
        await expect(page.locator('link[rel=stylesheet]')).toHaveCount(0);
        await expect(page.locator('script')).toHaveCount(1);
        await expectFits(page);
      }
      await demo(page).first().click();
      await page.waitForURL(`**${FORM}`);
    });
  });

test.describe('where there is no demonstration', () => {
  let api: Server;
  let web: Awaited<ReturnType<typeof startWeb>>;

  test.beforeAll(async () => {
    api = createServer((_, response) => {
      response.writeHead(404, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ status: 404, title: 'Not found', code: 'not_found' }));
    });
    web = await startWeb({ WAYBILL_API_ORIGIN: await listen(api) });
  });

  test.afterAll(async () => {
    await web.stop();
    close(api);
  });

  test('nothing leads to its form, and its first page leads to the other', async ({ page }) => {
    await page.goto(`${web.origin}/with-demo`);
    expect(new URL(page.url()).pathname).toBe('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(demo(page)).toHaveCount(0);
  });
});
