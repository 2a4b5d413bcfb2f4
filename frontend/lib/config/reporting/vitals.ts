import type { VitalsIn } from '@/lib/api/model';
import { whenIdle } from './idle';

/**
 * Tells our own server, once and when the visit ends or is interrupted, how this visit felt: web
 * vitals by the kind of page. What happened before the script was here is known to the browser.
 */
export function startVitals(page: VitalsIn['page']): void {
  // A sandboxed frame may not even speak to its own server.
  if (window.origin === 'null') return;
  // Imported by a module of its own, so that the build leaves out what is not used of the library.
  whenIdle(() => void import('./visit').then(({ watchVisit }) => watchVisit(page)));
}
