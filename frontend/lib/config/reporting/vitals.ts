import type { VitalsIn } from '@/lib/api/model';
import { whenIdle } from './idle';

type Kind = VitalsIn['page'];

const TO = '/api/v1/page-vitals';
const MS = 1_000;

/**
 * Tells our own server, once and when the visit ends or is interrupted, how this visit felt: web
 * vitals by the kind of page. What happened before the script was here is known to the browser.
 */
export function startVitals(page: Kind): void {
  // A sandboxed frame may not even speak to its own server.
  if (window.origin !== 'null') whenIdle(() => void watch(page));
}

async function watch(page: Kind): Promise<void> {
  const { onCLS, onINP, onLCP, onTTFB } = await import('web-vitals');
  const seen: VitalsIn = { page };
  onTTFB(({ value }) => (seen.ttfb = value / MS));
  onLCP(({ value }) => (seen.lcp = value / MS));
  onINP(({ value }) => (seen.inp = value / MS));
  onCLS(({ value }) => (seen.cls = value));
  let told = false;
  // The library's own listeners, which give the last values, were added before.
  addEventListener('visibilitychange', () => {
    if (told || document.visibilityState !== 'hidden') return;
    told = true;
    navigator.sendBeacon(TO, new Blob([JSON.stringify(seen)], { type: 'application/json' }));
  });
}
