import { expect, test, type Page } from '@playwright/test';
import { NIGHTLY } from '../looks';
import { signIn, submitForm } from '../support';

/** As Chromium tells it; the types of the DOM do not know it. */
type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: { node: Node | null }[];
};
type Moved = { by: number; what: string[] };
declare global {
  interface Window {
    moved: Moved[];
  }
}

/** What web vitals call good. */
const MOST = 0.1;

const PAGES = [
  '/overview',
  '/submissions',
  '/workflows',
  '/connections',
  '/callbacks',
  '/alerts',
  '/alerts/rules',
  '/alerts/routes',
  '/settings/you',
  '/settings/security',
  '/settings/organization',
  '/settings/members',
  '/settings/keys',
  '/settings/audit',
];

test.use({ viewport: { width: 390, height: 844 } });

test(
  'nothing on a page of the console moves while its parts arrive',
  {
    tag: NIGHTLY,
  },
  async ({ page }) => {
    await submitForm(page);
    await signIn(page);
    const pages = [...PAGES, ...(await Promise.all(LISTS.map((list) => firstOf(page, list))))];
    await page.addInitScript(watchMoves);
    await arriveOneByOne(page);
    for (const path of pages) {
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('main [data-awaits="true"]')).toHaveCount(0);
      const moved = await page.evaluate(() => window.moved);
      const sum = moved.reduce((total, { by }) => total + by, 0);
      expect(sum, `${path}: ${JSON.stringify(moved)}`).toBeLessThan(MOST);
    }
  },
);

/** Lists of the API, each with the page of one thing in it and what that is named by. */
const LISTS = [
  { of: '/submissions', by: 'id' },
  { of: '/workflows', by: 'slug' },
  { of: '/connections', by: 'slug' },
] as const;

async function firstOf(page: Page, { of, by }: (typeof LISTS)[number]): Promise<string> {
  const answer = await page.request.get(`/api/v1${of}?limit=1`);
  const { items } = (await answer.json()) as { items: Record<string, string>[] };
  expect(items.length, of).toBe(1);
  return `${of}/${items[0]?.[by] ?? ''}`;
}

/** No two answers come in one drawing, as over a slow line: what moves others is seen to do so. */
async function arriveOneByOne(page: Page) {
  let line = Promise.resolve();
  await page.route(/\/(api|_allauth)\//, async (route) => {
    line = line.then(() => new Promise((free) => setTimeout(free, 60)));
    await line;
    await route.continue();
  });
}

function watchMoves() {
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[])
      if (!hadRecentInput)
        window.moved.push({
          by: value,
          what: sources.map(({ node }) => node?.textContent?.slice(0, 40) ?? ''),
        });
  }).observe({ type: 'layout-shift', buffered: true });
}
