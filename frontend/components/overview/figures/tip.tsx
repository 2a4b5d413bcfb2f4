import type { Drawing } from './drawing';
import { clocksChange, pieceLabel } from './moments';
import { Swatch } from './swatch';
import styles from './chart.module.css';

/** The numbers of one moment, beside the pointer. */
export function Tip({ drawing, start }: { drawing: Drawing; start: unknown }) {
  const { points, series, format, grain, zone, kind } = drawing;
  const point = points.find((each) => each.start === start);
  if (!point) return null;
  return (
    <div className={styles.tip}>
      <p>{pieceLabel(point, grain, zone, clocksChange(points, zone))}</p>
      <dl>
        {series.map((each) => (
          <div key={each.key}>
            <dt>
              <Swatch series={each} kind={kind} /> {each.label}
            </dt>
            <dd>{format(point.values[each.key])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
