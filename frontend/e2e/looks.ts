import { expect, type Page } from '@playwright/test';
import { expectAccessible } from './support';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };

/** The tag of tests that `make test` has no time for; `make test-nightly` runs them. */
export const NIGHTLY = '@nightly';

/** A theme and a width; `tag` is empty or says that only the nightly run has time for it. */
export interface Look {
  name: string;
  colorScheme: 'light' | 'dark';
  viewport: { width: number; height: number };
  tag: string[];
}

const LIGHT_AT_A_DESK: Look = {
  name: 'light at a desk',
  colorScheme: 'light',
  viewport: DESK,
  tag: [],
};
const DARK_ON_A_PHONE: Look = {
  name: 'dark on a phone',
  colorScheme: 'dark',
  viewport: PHONE,
  tag: [],
};

/** How pages are looked at: both themes and both widths at once, by night the rest. */
export const EVERY_LOOK: Look[] = [
  LIGHT_AT_A_DESK,
  DARK_ON_A_PHONE,
  { name: 'dark at a desk', colorScheme: 'dark', viewport: DESK, tag: [NIGHTLY] },
  { name: 'light on a phone', colorScheme: 'light', viewport: PHONE, tag: [NIGHTLY] },
];

/** How what people do is tried: at a desk, and by night on a phone too. */
export const LOOKS: Look[] = [LIGHT_AT_A_DESK, { ...DARK_ON_A_PHONE, tag: [NIGHTLY] }];

/** How much wider the page is than the window, in CSS pixels. */
export const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** axe finds nothing, and the page is no wider than its window. */
export async function expectFits(page: Page) {
  await expectAccessible(page);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
}
