import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** A folder for the pictures of the guide. Without it none is taken. */
const FOLDER = process.env.WAYBILL_PICTURES;

/** Keeps what a page shows now, down to a height, or one part of it. */
export async function picture(of: Page | Locator, name: string, height?: number) {
  if (!FOLDER) return;
  const part = 'page' in of;
  const page = part ? of.page() : of;
  await page.evaluate(() => document.fonts.ready);
  const { width = 0, height: whole = 0 } = page.viewportSize() ?? {};
  const clip = { x: 0, y: 0, width, height: Math.min(height ?? whole, whole) };
  const path = join(FOLDER, `first-day-${name}.png`);
  await of.screenshot({
    path,
    animations: 'disabled',
    caret: 'hide',
    ...(part ? {} : { clip }),
  });
}
