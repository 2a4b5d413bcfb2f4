import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';

/** A folder for the pictures of guides. Without it none is taken. */
export const FOLDER = process.env.WAYBILL_PICTURES;

type Clip = { clip?: { x: number; y: number; width: number; height: number } };

/** The pictures of one guide, whose names begin with it. */
export function picturesOf(guide: string) {
  async function keep(of: Page | Locator, name: string, only: Clip) {
    if (!FOLDER) return;
    const page = 'page' in of ? of.page() : of;
    await page.evaluate(() => document.fonts.ready);
    const path = join(FOLDER, `${guide}-${name}.png`);
    await of.screenshot({ path, animations: 'disabled', caret: 'hide', ...only });
  }
  return {
    /** Keeps what the page shows now, beside its navigation, down to a height. */
    async picture(page: Page, name: string, height: number) {
      const main = await page.getByRole('main').boundingBox();
      const { width = 0 } = page.viewportSize() ?? {};
      const x = main?.x ?? 0;
      await keep(page, name, { clip: { x, y: 0, width: width - x, height } });
    },
    /** Keeps one part of the page. */
    part: (of: Locator, name: string) => keep(of, name, {}),
  };
}
