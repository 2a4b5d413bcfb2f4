import { Link } from '@/components/ui/link/link';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { words } from '../words';
import type { Drawing, Plotted, Series } from './drawing';
import { clocksChange, pieceLabel } from './moments';
import styles from './figure.module.css';

/** The numbers of a chart, newest first. Each leads to the list that makes it. */
export function FigureTable({ title, drawing }: { title: string; drawing: Drawing }) {
  const { points, grain, zone, series } = drawing;
  const changes = clocksChange(points, zone);
  const columns: Column<Plotted>[] = [
    {
      key: 'when',
      head: words.figures.when,
      names: true,
      cell: (point) => pieceLabel(point, grain, zone, changes),
    },
    ...series.map((each) => ({
      key: each.key,
      head: each.label,
      className: styles.number,
      cell: (point: Plotted) => <Value point={point} series={each} drawing={drawing} />,
    })),
  ];
  return (
    <div className={styles.table} tabIndex={0} role="group" aria-label={title}>
      <Table
        label={title}
        columns={columns}
        rows={points.toReversed()}
        rowKey={({ start }) => start}
        className={styles.small}
      />
    </div>
  );
}

type Props = { point: Plotted; series: Series; drawing: Drawing };

function Value({ point, series, drawing }: Props) {
  const value = point.values[series.key];
  const href = value ? drawing.href(point, series.key) : null;
  const text = drawing.format(value);
  return href ? <Link href={href}>{text}</Link> : text;
}
