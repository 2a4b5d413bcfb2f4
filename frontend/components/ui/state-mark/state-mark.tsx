import type { ReactNode } from 'react';
import type { State } from '@/lib/words/catalogues/states/states';

const SOLID = { fill: 'currentColor' } as const;
const CUT = {
  fill: 'none',
  stroke: 'var(--sheet)',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;
const RING = { fill: 'var(--sheet)', stroke: 'currentColor', strokeWidth: 2 } as const;

/** One shape per state, so that it reads without colour. Drawn in a 20 × 20 box. */
const SHAPES: Record<State, ReactNode> = {
  upcoming: <circle cx="10" cy="10" r="5" {...RING} />,
  transit: (
    <>
      <circle cx="10" cy="10" r="8" {...RING} />
      <circle cx="10" cy="10" r="4" {...SOLID} />
    </>
  ),
  waiting: (
    <>
      <circle cx="10" cy="10" r="8" {...RING} />
      <path d="M10 5.8V10l2.8 1.8" {...CUT} stroke="currentColor" />
    </>
  ),
  delivered: (
    <>
      <circle cx="10" cy="10" r="9" {...SOLID} />
      <path d="m6 10.3 2.7 2.7L14 7.6" {...CUT} />
    </>
  ),
  needs: (
    <>
      <path d="M10 .8 19.2 10 10 19.2.8 10Z" {...SOLID} />
      <path d="M10 5.6v5" {...CUT} />
      <circle cx="10" cy="13.8" r="1.2" fill="var(--sheet)" />
    </>
  ),
  failed: (
    <>
      <rect x="1.5" y="1.5" width="17" height="17" rx="2" {...SOLID} />
      <path d="m6.6 6.6 6.8 6.8m0-6.8-6.8 6.8" {...CUT} />
    </>
  ),
  cancelled: (
    <>
      <circle cx="10" cy="10" r="8" {...RING} />
      <path d="m4.9 15.1 10.2-10.2" {...CUT} stroke="currentColor" />
    </>
  ),
  skipped: (
    <>
      <circle cx="10" cy="10" r="8" {...RING} strokeDasharray="3 2.6" />
      <path d="M6.8 10h6.4" {...CUT} stroke="currentColor" />
    </>
  ),
};

/** The shape of a state. Always set beside its word. */
export function StateMark({ state, size = 20 }: { state: State; size?: number }) {
  return (
    <svg
      className="w-state-mark"
      data-state={state}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[state]}
    </svg>
  );
}
