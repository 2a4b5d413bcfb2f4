import type { CDPSession, Page } from '@playwright/test';

declare global {
  interface Window {
    /** How many components were drawn; it counts only when it is a number. */
    drawn?: number | undefined;
  }
}

/** Counts what React draws, as its developer tools do: a component that was passed over is none. */
export const countDrawn = (page: Page) =>
  page.addInitScript(() => {
    type Fiber = {
      flags: number;
      tag: number;
      child: Fiber | null;
      sibling: Fiber | null;
      alternate: Fiber | null;
    };
    const PERFORMED_WORK = 1;
    const COMPONENTS = [0, 1, 11, 14, 15];
    const below = (fiber: Fiber): number => {
      if (fiber.alternate && fiber.child === fiber.alternate.child) return 0;
      let drawn = 0;
      for (let each = fiber.child; each; each = each.sibling) {
        if (COMPONENTS.includes(each.tag) && each.flags & PERFORMED_WORK) drawn += 1;
        drawn += below(each);
      }
      return drawn;
    };
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        renderers: new Map(),
        inject: () => 1,
        checkDCE() {},
        onCommitFiberUnmount() {},
        onPostCommitFiberRoot() {},
        onCommitFiberRoot(_: number, root: { current: Fiber }) {
          if (window.drawn !== undefined) window.drawn += below(root.current);
        },
      },
    });
  });

/** How long the page's main thread has been at work, in milliseconds. */
export async function worked(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Presses a key and waits until what it changed has been drawn. */
export async function press(cdp: CDPSession, letter: string) {
  const key = { key: letter, code: `Key${letter.toUpperCase()}` };
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: letter, ...key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  await cdp.send('Runtime.evaluate', {
    expression: 'new Promise((done) => requestAnimationFrame(() => setTimeout(done)))',
    awaitPromise: true,
  });
}

/** Work that is the same on every run, to compare with: how fast this machine is just now. */
export async function yardstick(cdp: CDPSession): Promise<number> {
  const before = await worked(cdp);
  await cdp.send('Runtime.evaluate', {
    expression: `(() => {
      const made = Array.from({ length: 6000 }, (_, at) => ({ key: 'q' + (at * 7919) % 6000, at }));
      const sorted = made.toSorted((one, other) => (one.key < other.key ? -1 : 1));
      return JSON.parse(JSON.stringify(sorted)).length;
    })()`,
  });
  return (await worked(cdp)) - before;
}

/** The value below which that share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
