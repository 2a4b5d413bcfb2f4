import type { Series } from './drawing';

const idOf = ({ key, look }: Series) => `figure-${look ?? 'solid'}-${key}`;

/** What fills the bars of a series. */
export const patternOf = (series: Series): string =>
  series.look === 'striped' || series.look === 'dotted' ? `url(#${idOf(series)})` : series.color;

/** Stripes and dots, so that bars are told apart without their colours. */
export function Patterns({ series }: { series: Series[] }) {
  return (
    <defs>
      {series.map((each) =>
        each.look === 'striped' ? (
          <pattern
            key={each.key}
            id={idOf(each)}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" fill="var(--sheet)" />
            <rect width="3" height="6" fill={each.color} />
          </pattern>
        ) : each.look === 'dotted' ? (
          <pattern
            key={each.key}
            id={idOf(each)}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
          >
            <rect width="5" height="5" fill="var(--sheet)" />
            <circle cx="2.5" cy="2.5" r="1.5" fill={each.color} />
          </pattern>
        ) : null,
      )}
    </defs>
  );
}
