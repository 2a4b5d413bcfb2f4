import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { call } from '../own-form';
import { NIGHTLY } from '../looks';
import { signIn } from '../support';
import { countDrawn, press, quantile, worked, yardstick } from './costs';
import { largeDraft } from './large-draft';

// A trace would look at the page with each key.
test.use({ viewport: { width: 1440, height: 900 }, locale: 'en-GB', trace: 'off' });

/** Timed, after those whose components are counted. */
const KEYS = 50;
const SLOWED = 4;
const LETTERS = 'abcdefghij';

/** Where it is typed, and how many components may be drawn for a key. */
const PLACES = [
  { what: 'label', at: 'form.fields.q30', field: '[data-place="form.fields.q30.label"]', most: 14 },
  { what: 'title', at: 'steps.s15', field: '[data-place="steps.s15.title.en"]', most: 16 },
  { what: 'sent text', at: 'steps.s15', field: '[data-place="steps.s15.with.subject"]', most: 18 },
  { what: 'subject', at: 'workflow', field: '[data-place="subject"]', most: 12 },
  { what: 'condition', at: 'steps.s15', field: '[aria-label^="With what"]', most: 24 },
];
/** A key costs less than this many times the work it is compared with. */
const MOST_WORK = 6;

test(
  'a large draft opens and is typed into without waiting',
  {
    tag: NIGHTLY,
  },
  async ({ page }) => {
    test.setTimeout(240_000);
    const slug = `speed-${Date.now().toString(36)}`;
    await signIn(page);
    await call(page, 'POST', '/api/v1/workflows', largeDraft(slug), 'application/yaml');
    await countDrawn(page);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
    for (const { what, at, field, most } of PLACES) {
      const control = page.locator('[data-part]').locator(field).first();
      await page.goto(`/workflows/${slug}/edit?at=${at}`, { waitUntil: 'commit' });
      await control.waitFor();
      const opened = await page.evaluate(() => performance.now());
      await expect(
        page.getByText('Nothing keeps this from being published.').first(),
      ).toBeVisible();
      await control.click();
      await page.keyboard.press('End');
      const drawn = await drawnPerKey(page, cdp);
      const { works, ratio } = await workPerKey(cdp);
      const [median, p95] = [0.5, 0.95].map((share) => Math.round(quantile(works, share)));
      process.stdout.write(
        `${what}: open after ${Math.round(opened)} ms; a key draws ${drawn} components and takes ` +
          `${median} ms (95 %: ${p95} ms) at CPU ÷${SLOWED}, ${ratio.toFixed(1)} yardsticks\n`,
      );
      expect.soft(drawn, `something is drawn for a key in the ${what}`).toBeGreaterThan(0);
      expect.soft(drawn, `components drawn for a key in the ${what}`).toBeLessThanOrEqual(most);
      expect.soft(ratio, `work for a key in the ${what}`).toBeLessThan(MOST_WORK);
    }
    await call(page, 'DELETE', `/api/v1/workflows/${slug}`);
  },
);

/**
 * Of an ordinary key: the first says that it is not saved and is an entry in the history, and with
 * one of the others an answer of the server may arrive.
 */
async function drawnPerKey(page: Page, cdp: CDPSession): Promise<number> {
  const drawn: number[] = [];
  for (const letter of LETTERS) {
    await page.evaluate(() => void (window.drawn = 0));
    await press(cdp, letter);
    drawn.push(await page.evaluate(() => window.drawn ?? NaN));
  }
  await page.evaluate(() => void (window.drawn = undefined));
  return quantile(drawn, 0.5);
}

async function workPerKey(cdp: CDPSession) {
  const works: number[] = [];
  const yards: number[] = [];
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  for (let each = 0; each < KEYS; each += 1) {
    if (each % LETTERS.length === 0) yards.push(await yardstick(cdp));
    const before = await worked(cdp);
    await press(cdp, LETTERS[each % LETTERS.length] ?? 'a');
    works.push((await worked(cdp)) - before);
  }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return { works, ratio: quantile(works, 0.5) / quantile(yards, 0.5) };
}
