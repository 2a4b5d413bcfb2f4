import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useSeen } from '@/lib/hooks/use-seen';
import { words } from '../words';
import { isEmpty, type Drawing } from './drawing';
import { FigureTable } from './figure-table';
import { clocksChange, pieceLabel } from './moments';
import { Swatch } from './swatch';
import styles from './figure.module.css';

const Waiting = () => <Skeleton width="100%" height="13rem" />;

const Chart = dynamic(() => import('./chart').then(({ Chart: drawn }) => drawn), {
  ssr: false,
  loading: Waiting,
});

type Props = { title: string; unit: string; drawing: Drawing };

/** Numbers over time: a chart, and the same numbers as a table with the lists that make them. */
export function Figure({ title, unit, drawing }: Props) {
  const [asTable, setAsTable] = useState(false);
  const { ref, seen } = useSeen<HTMLElement>();
  const id = useId();
  const empty = isEmpty(drawing);
  return (
    <figure ref={ref} className={styles.figure} aria-labelledby={id}>
      <figcaption className={styles.head}>
        <div>
          <h3 id={id}>{title}</h3>
          <span className={styles.unit}>{unit}</span>
        </div>
        <button
          type="button"
          className={styles.toggle}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? words.figures.chart : words.figures.table}
        </button>
      </figcaption>
      {asTable ? (
        <FigureTable title={title} drawing={drawing} />
      ) : (
        <div className={styles.drawn}>
          <div role="img" aria-label={words.figures.about(title, summary(drawing))}>
            {seen ? <Chart drawing={drawing} /> : <Waiting />}
          </div>
          {empty && <p className={styles.empty}>{words.figures.empty}</p>}
        </div>
      )}
      {drawing.series.length > 1 && !asTable && <Legend drawing={drawing} />}
    </figure>
  );
}

function Legend({ drawing }: { drawing: Drawing }) {
  return (
    <ul className={styles.legend}>
      {drawing.series.map((series) => (
        <li key={series.key}>
          <Swatch series={series} kind={drawing.kind} /> {series.label}
        </li>
      ))}
    </ul>
  );
}

/** What the chart says, in a sentence. */
function summary(drawing: Drawing): string {
  const { points, series, format, grain, zone } = drawing;
  if (isEmpty(drawing)) return words.figures.empty;
  const changes = clocksChange(points, zone);
  const said = series.flatMap(({ key, label }) => {
    const peak = points.reduce((most, point) =>
      (point.values[key] ?? -1) > (most.values[key] ?? -1) ? point : most,
    );
    const value = peak.values[key];
    if (!value) return [];
    return `${label}: ${words.figures.peak(format(value), pieceLabel(peak, grain, zone, changes))}`;
  });
  return said.join(' ');
}
