import { onCLS, onINP, onLCP } from 'web-vitals';
import type { VitalsIn } from '@/lib/api/model';

const TO = '/api/v1/page-vitals';
const MS = 1_000;

/** Watches until the visit is hidden for the first time, and then tells how it was. */
export function watchVisit(page: VitalsIn['page']): void {
  const seen: VitalsIn = { page };
  onLCP(({ value }) => (seen.lcp = value / MS));
  onINP(({ value }) => (seen.inp = value / MS));
  onCLS(({ value }) => (seen.cls = value));
  let told = false;
  // The library's own listeners, which give the last values, were added before.
  addEventListener('visibilitychange', () => {
    if (told || document.visibilityState !== 'hidden') return;
    told = true;
    seen.ttfb = timeToFirstByte();
    navigator.sendBeacon(TO, new Blob([JSON.stringify(seen)], { type: 'application/json' }));
  });
}

/** Seconds, by the definition of https://web.dev/articles/ttfb, without the library's own code. */
function timeToFirstByte(): number | null {
  const [visit] = performance.getEntriesByType('navigation');
  if (!visit?.responseStart) return null;
  const { activationStart = 0 } = visit as { activationStart?: number };
  return Math.max(visit.responseStart - activationStart, 0) / MS;
}
