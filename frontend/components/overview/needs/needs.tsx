import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Phrase } from '@/components/ui/phrase/phrase';
import { NextTime } from '@/components/ui/relative-time/next-time';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { NeedOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import { useNeeds } from '../hooks/use-overview';
import { words } from '../words';
import { Sentence, stateOf } from './sentence';
import { wayOn } from './way-on';
import styles from './needs.module.css';

const SHOWN_FIRST = 8;

/** What only a person can end, one row for each cause, with the one next thing to do. */
export function Needs() {
  const { data, error, isPending, refetch } = useNeeds();
  const retry = () => void refetch();
  return (
    <section className={styles.needs} aria-labelledby="needs" aria-busy={isPending}>
      <h2 id="needs">
        {words.needs.title}
        {data && data.items.length > 0 && (
          <span className={styles.count}>{number(data.items.length)}</span>
        )}
      </h2>
      {isPending ? (
        <NeedsSkeleton />
      ) : data === undefined ? (
        <ErrorNotice error={error} what={words.needs.failed} onRetry={retry} />
      ) : (
        <>
          {error && <ErrorNotice error={error} what={words.needs.stale} onRetry={retry} />}
          <Found items={data.items} />
        </>
      )}
    </section>
  );
}

function Found({ items }: { items: NeedOut[] }) {
  const [all, setAll] = useState(false);
  if (items.length === 0) {
    return (
      <div className={styles.none}>
        <StateLabel state="delivered" word={words.needs.none} />
        <p>{words.needs.noneText}</p>
      </div>
    );
  }
  return (
    <>
      <LiveRegion text={`${words.needs.title}: ${number(items.length)}`} />
      <ul className={styles.list}>
        {(all ? items : items.slice(0, SHOWN_FIRST)).map((need) => (
          <Row key={keyOf(need)} need={need} />
        ))}
      </ul>
      {items.length > SHOWN_FIRST && (
        <Button variant="default" size="compact-sm" onClick={() => setAll(!all)}>
          {all ? words.needs.fewer : words.needs.all(items.length)}
        </Button>
      )}
    </>
  );
}

function Row({ need }: { need: NeedOut }) {
  const one = need.count === 1 && !need.more && need.workflow !== null;
  return (
    <li className={styles.row}>
      <div className={styles.state}>
        <StateLabel state={stateOf(need.kind)} word={words.needs.states[need.kind]} />
      </div>
      <div className={styles.what}>
        <p className={styles.sentence}>
          <Sentence need={need} />
        </p>
        <p className={styles.facts}>
          {need.workflow && <span>{counted(need)}</span>}
          <Times need={need} />
          {need.reason && <bdi className={styles.reason}>{need.reason}</bdi>}
        </p>
      </div>
      <Link href={wayOn(need)} className={styles.action}>
        {one ? words.needs.one : words.needs.actions[need.kind]}
      </Link>
    </li>
  );
}

function Times({ need: { kind, since, until } }: { need: NeedOut }) {
  const { probe, probeNow, until: ends } = words.needs;
  return (
    <>
      {since && (
        <span>
          <Phrase text={words.needs.since} parts={{ time: <RelativeTime value={since} /> }} />
        </span>
      )}
      {until && (
        <span>
          {kind === 'connection_open' ? (
            <NextTime value={until} text={probe} due={probeNow} />
          ) : (
            <Phrase text={ends} parts={{ time: <RelativeTime value={until} /> }} />
          )}
        </span>
      )}
    </>
  );
}

function counted({ count, more }: NeedOut): string {
  const told = number(count);
  return words.needs.submissions(more ? 2 : count, more ? words.needs.atLeast(told) : told);
}

const keyOf = (need: NeedOut) =>
  [
    need.kind,
    need.name,
    need.workflow?.slug,
    need.connection?.slug,
    need.error,
    need.kind === 'failed' ? '' : need.id,
  ].join();

function NeedsSkeleton() {
  return (
    <ul className={styles.list} aria-label={words.needs.loading} data-awaits="true">
      {[0, 1, 2].map((row) => (
        <li key={row} className={styles.row}>
          <div className={styles.state}>
            <Skeleton width="6rem" />
          </div>
          <div className={styles.what}>
            <Skeleton width="22rem" />
          </div>
        </li>
      ))}
    </ul>
  );
}
