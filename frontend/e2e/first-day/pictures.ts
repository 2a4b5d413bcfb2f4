import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** A folder for the pictures of the guide. Without it none is taken. */
export const FOLDER = process.env.WAYBILL_PICTURES;

/** Keeps what the page shows now, beside its navigation, down to a height. */
export async function picture(page: Page, name: string, height: number) {
  const main = await page.getByRole('main').boundingBox();
  const { width = 0 } = page.viewportSize() ?? {};
  const x = main?.x ?? 0;
  await keep(page, name, { clip: { x, y: 0, width: width - x, height } });
}

/** Keeps one part of the page. */
export async function part(of: Locator, name: string) {
  await keep(of, name, {});
}

type Clip = { clip?: { x: number; y: number; width: number; height: number } };

async function keep(of: Page | Locator, name: string, only: Clip) {
  if (!FOLDER) return;
  const page = 'page' in of ? of.page() : of;
  await page.evaluate(() => document.fonts.ready);
  const path = join(FOLDER, `first-day-${name}.png`);
  await of.screenshot({ path, animations: 'disabled', caret: 'hide', ...only });
}
