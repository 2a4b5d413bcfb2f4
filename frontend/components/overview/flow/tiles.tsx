import { Link } from '@/components/ui/link/link';
import type { ReactNode } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { OverviewOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { share, span } from '../figures/measures';
import type { View } from '../hooks/use-view';
import { submissionsAt } from '../links';
import { words } from '../words';
import { Left } from './left';
import styles from './flow.module.css';

type Props = { data: OverviewOut; view: View };

/** The whole time in a few numbers, each with the list that makes it. */
export function Tiles({ data, view }: Props) {
  return (
    <dl className={styles.tiles}>
      {view.connection === null ? (
        <OfSubmissions data={data} view={view} />
      ) : (
        <OfTries data={data} />
      )}
      <Backlog data={data} />
    </dl>
  );
}

function OfSubmissions({ data, view }: Props) {
  const {
    accepted,
    success_rate: rate,
    failed,
    needs_attention: needs,
    succeeded,
  } = data.submissions;
  const { p50, p95 } = data.submissions.end_to_end;
  const at = (...status: string[]) =>
    submissionsAt({ status, workflow: view.workflow, accepted_within: view.period });
  return (
    <>
      <Tile label={words.tiles.accepted} href={at()} note={words.flow.last[view.period]}>
        {number(accepted)}
      </Tile>
      <Tile
        label={words.tiles.delivered}
        href={at('succeeded')}
        note={words.tiles.succeeded(number(succeeded))}
      >
        {rate === null ? words.tiles.none : share(rate)}
      </Tile>
      <Tile
        label={words.tiles.failed}
        note={words.tiles.both(number(failed), number(needs))}
        left={failed + needs > 0 && <Left view={view} />}
      >
        {number(failed + needs)}
      </Tile>
      <Took label={words.tiles.latency} p50={p50} p95={p95} />
    </>
  );
}

function OfTries({ data }: { data: OverviewOut }) {
  const { succeeded, failed, took } = data.attempts;
  const all = succeeded + failed;
  return (
    <>
      <Tile label={words.tiles.sent} note={words.flow.last[data.period]}>
        {number(all)}
      </Tile>
      <Tile label={words.tiles.arrived} note={words.tiles.came(number(succeeded))}>
        {all === 0 ? words.tiles.none : share(succeeded / all)}
      </Tile>
      <Tile label={words.tiles.failures}>{number(failed)}</Tile>
      <Took label={words.tiles.took} p50={took.p50} p95={took.p95} />
    </>
  );
}

type TookProps = { label: string; p50: number | null; p95: number | null };

function Took({ label, p50, p95 }: TookProps) {
  if (p50 === null || p95 === null) return <Tile label={label}>{words.tiles.none}</Tile>;
  return (
    <Tile label={label} note={words.tiles.most(span(p95))}>
      <span title={words.tiles.half(span(p50))}>{span(p50)}</span>
    </Tile>
  );
}

function Backlog({ data: { backlog } }: { data: OverviewOut }) {
  const oldest = backlog.oldest_due_at;
  return (
    <Tile
      label={words.tiles.backlog}
      note={
        oldest === null ? (
          words.tiles.nothing
        ) : (
          <Phrase text={words.tiles.oldest} parts={{ time: <RelativeTime value={oldest} /> }} />
        )
      }
    >
      {number(backlog.count)}
    </Tile>
  );
}

type TileProps = {
  label: string;
  href?: string;
  note?: ReactNode;
  /** What is left of it now. */
  left?: ReactNode;
  children: ReactNode;
};

function Tile({ label, href, note, left, children }: TileProps) {
  return (
    <div className={styles.tile}>
      <dt>{label}</dt>
      <dd className={styles.value}>{href ? <Link href={href}>{children}</Link> : children}</dd>
      {note && <dd className={styles.about}>{note}</dd>}
      {left && <dd className={styles.about}>{left}</dd>}
    </div>
  );
}
