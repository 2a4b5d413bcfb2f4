import { Link } from '@/components/ui/link/link';
import { useId } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { AlertOut } from '@/lib/api/model';
import { useMay } from '@/lib/hooks/person/use-may';
import { SeverityLabel } from '../parts/severity';
import { words } from '../words';
import { Answers } from './answers';
import { isSilent } from './is-silent';
import styles from './alert-card.module.css';

type Props = { alert: AlertOut; opened?: boolean; onDone: (what: string) => void };

/** What happened, to what, since when; what it means, what to do, and where. */
export function AlertCard({ alert, opened = false, onDone }: Props) {
  const operates = useMay('alerts:operate');
  const id = useId();
  const open = alert.resolved_at === null;
  return (
    <li className={styles.card} data-over={!open || undefined} aria-labelledby={id}>
      <div className={styles.top}>
        <Standing alert={alert} />
        <Times alert={alert} />
      </div>
      <h2 id={id} className={styles.title} dir="auto">
        {alert.title}
      </h2>
      <p className={styles.what} dir="auto">
        {alert.what}
      </p>
      {open && (
        <p className={styles.do}>
          {alert.do}{' '}
          {alert.page !== '/alerts' && <Link href={alert.page}>{words.list.goThere}</Link>}
        </p>
      )}
      <Answered alert={alert} />
      <details className={styles.more} open={opened}>
        <summary>{words.list.details}</summary>
        <dl>
          <dt>{words.list.means}</dt>
          <dd>{alert.means}</dd>
        </dl>
        <p className={styles.links}>
          <span>
            {alert.told_at === null ? (
              words.list.untold
            ) : (
              <Phrase
                text={words.list.told}
                parts={{ time: <RelativeTime value={alert.told_at} /> }}
              />
            )}
          </span>
          <Link href={`/alerts/messages?alert=${alert.id}`}>{words.list.messages}</Link>
          {alert.runbook.startsWith('http') ? (
            <a href={alert.runbook}>{words.list.runbook}</a>
          ) : (
            <span>
              {words.list.runbook}: <code>{alert.runbook}</code>
            </span>
          )}
        </p>
      </details>
      {open && operates && <Answers alert={alert} onDone={onDone} />}
    </li>
  );
}

function Standing({ alert }: { alert: AlertOut }) {
  if (alert.resolved_at !== null) {
    return <StateLabel state="delivered" word={words.list.resolved} />;
  }
  return (
    <span className={styles.standing}>
      <SeverityLabel severity={alert.severity} />
      {alert.acknowledged_at !== null && <StateLabel state="transit" word={words.list.seenTo} />}
      {isSilent(alert) && <StateLabel state="skipped" word={words.list.silent} />}
    </span>
  );
}

function Times({ alert: { opened_at: from, resolved_at: until } }: { alert: AlertOut }) {
  return (
    <span className={styles.times}>
      {until === null ? (
        <Phrase text={words.list.since} parts={{ time: <RelativeTime value={from} /> }} />
      ) : (
        <Phrase
          text={words.list.over}
          parts={{ from: <RelativeTime value={from} />, until: <RelativeTime value={until} /> }}
        />
      )}
    </span>
  );
}

function Answered({ alert }: { alert: AlertOut }) {
  const silent = isSilent(alert);
  if (alert.acknowledged_at === null && !silent) return null;
  return (
    <div className={styles.answered}>
      {alert.acknowledged_at !== null && (
        <p>
          <Phrase
            text={words.list.acknowledged}
            parts={{
              who: <bdi>{alert.acknowledged_by}</bdi>,
              time: <RelativeTime value={alert.acknowledged_at} />,
            }}
          />
        </p>
      )}
      {alert.acknowledged_note && <blockquote dir="auto">{alert.acknowledged_note}</blockquote>}
      {silent && alert.silenced_until !== null && (
        <p>
          <Phrase
            text={words.list.silenced}
            parts={{ time: <RelativeTime value={alert.silenced_until} /> }}
          />
        </p>
      )}
    </div>
  );
}
