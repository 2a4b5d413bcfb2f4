import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** How pages are looked at. */
export const EVERY_LOOK = [
  { name: 'light at a desk', colorScheme: 'light', viewport: DESK },
  { name: 'dark at a desk', colorScheme: 'dark', viewport: DESK },
  { name: 'light on a phone', colorScheme: 'light', viewport: PHONE },
  { name: 'dark on a phone', colorScheme: 'dark', viewport: PHONE },
] as const;

/** Both themes and both widths in two looks instead of four. */
export const LOOKS = [EVERY_LOOK[0], EVERY_LOOK[3]] as const;

/** How much wider the page is than the window, in CSS pixels. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** axe finds nothing, and the page is no wider than its window. */
export async function expectFits(page: Page) {
  await expectAccessible(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}
