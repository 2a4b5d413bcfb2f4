import type { Drawing, Series } from './drawing';

const DASHES = { dashed: '5 3', dotted: '1.5 2.5', solid: undefined, striped: undefined } as const;

/** How a series looks in the chart. */
export function Swatch({ series, kind }: { series: Series; kind: Drawing['kind'] }) {
  const look = series.look ?? 'solid';
  return (
    <svg width="18" height="12" viewBox="0 0 18 12" aria-hidden="true" focusable="false">
      {kind === 'lines' ? (
        <path d="M0 6h18" stroke={series.color} strokeWidth="2.5" strokeDasharray={DASHES[look]} />
      ) : (
        <>
          <rect
            width="18"
            height="12"
            rx="2"
            fill={look === 'solid' ? series.color : 'none'}
            stroke={series.color}
            strokeWidth={look === 'solid' ? 0 : 2}
          />
          {look === 'striped' && (
            <path d="M2 12 8 0M8 12l6-12M14 12l4-8" stroke={series.color} strokeWidth="2" />
          )}
          {look === 'dotted' && (
            <g fill={series.color}>
              <circle cx="5" cy="6" r="1.75" />
              <circle cx="9" cy="6" r="1.75" />
              <circle cx="13" cy="6" r="1.75" />
            </g>
          )}
        </>
      )}
    </svg>
  );
}
