import type { OverviewOut, OverviewPointOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import type { Drawing, Plotted, Series } from '../figures/drawing';
import { Figure } from '../figures/figure';
import { share, span } from '../figures/measures';
import type { View } from '../hooks/use-view';
import { submissionsAt } from '../links';
import { words } from '../words';
import styles from './flow.module.css';

type Props = { data: OverviewOut; view: View; zone: string };
type Values = (point: OverviewPointOut) => Plotted['values'];

const counted = (value: number | null | undefined) => number(value ?? 0);
const STATUS: Record<string, string> = {
  delivered: 'succeeded',
  failed: 'failed',
  needs: 'needs_attention',
  cancelled: 'cancelled',
};

/** Throughput, outcomes, success and latency over the chosen time. */
export function Figures(props: Props) {
  return (
    <div className={styles.figures}>
      {props.view.connection === null ? <OfSubmissions {...props} /> : <OfTries {...props} />}
    </div>
  );
}

function OfSubmissions({ data, view, zone }: Props) {
  const said = words.figures;
  const drawing = drawer(data, zone, ({ start, end }, series) =>
    submissionsAt({
      status: STATUS[series],
      workflow: view.workflow,
      accepted_from: start,
      accepted_before: end,
    }),
  );
  return (
    <>
      <Figure
        title={said.throughput}
        unit={said.submissions}
        drawing={drawing('bars', [ACCEPTED()], counted, ({ submissions }) => ({
          accepted: submissions.accepted,
        }))}
      />
      <Figure
        title={said.outcomes}
        unit={said.submissions}
        drawing={drawing('bars', OUTCOMES(), counted, ({ submissions }) => ({
          delivered: submissions.succeeded,
          failed: submissions.failed,
          needs: submissions.needs_attention,
        }))}
      />
      <Figure
        title={said.rate}
        unit={said.percent}
        drawing={{
          ...drawing('lines', [RATE(said.series.rate)], share, ({ submissions }) => ({
            rate: submissions.success_rate,
          })),
          most: 1,
        }}
      />
      <Figure
        title={said.latency}
        unit={said.time}
        drawing={drawing('lines', LATENCY(), span, ({ submissions }) => ({
          ...submissions.end_to_end,
        }))}
      />
    </>
  );
}

/** Attempts are not listed anywhere, so their numbers lead nowhere. */
function OfTries({ data, zone }: Props) {
  const said = words.figures;
  const drawing = drawer(data, zone, () => null);
  const rate: Values = ({ attempts: { succeeded, failed } }) => ({
    rate: succeeded + failed > 0 ? succeeded / (succeeded + failed) : null,
  });
  return (
    <>
      <Figure
        title={said.sent}
        unit={said.attempts}
        drawing={drawing('bars', TRIES(), counted, ({ attempts }) => ({
          arrived: attempts.succeeded,
          failures: attempts.failed,
        }))}
      />
      <Figure
        title={said.sentRate}
        unit={said.percent}
        drawing={{ ...drawing('lines', [RATE(said.series.arrived)], share, rate), most: 1 }}
      />
      <Figure
        title={said.took}
        unit={said.time}
        drawing={drawing('lines', LATENCY(), span, ({ attempts }) => ({ ...attempts.took }))}
      />
    </>
  );
}

function drawer(data: OverviewOut, zone: string, href: Drawing['href']) {
  return (
    kind: Drawing['kind'],
    series: Series[],
    format: Drawing['format'],
    values: Values,
  ): Drawing => ({
    kind,
    grain: data.grain,
    zone,
    series,
    format,
    href,
    points: data.points.map((point) => ({
      start: point.start,
      end: point.end,
      values: values(point),
    })),
  });
}

const ACCEPTED = (): Series => ({
  key: 'accepted',
  label: words.figures.series.accepted,
  color: 'var(--transit)',
});
const OUTCOMES = (): Series[] => [
  { key: 'delivered', label: words.figures.series.delivered, color: 'var(--delivered)' },
  { key: 'failed', label: words.figures.series.failed, color: 'var(--failed)', look: 'striped' },
  { key: 'needs', label: words.figures.series.needs, color: 'var(--needs)', look: 'dotted' },
];
const TRIES = (): Series[] => [
  { key: 'arrived', label: words.figures.series.arrived, color: 'var(--delivered)' },
  {
    key: 'failures',
    label: words.figures.series.failures,
    color: 'var(--failed)',
    look: 'striped',
  },
];
const RATE = (label: string): Series => ({ key: 'rate', label, color: 'var(--delivered)' });
const LATENCY = (): Series[] => [
  { key: 'p50', label: words.figures.series.p50, color: 'var(--transit)' },
  { key: 'p95', label: words.figures.series.p95, color: 'var(--needs)', look: 'dashed' },
];
