import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { ConnectionEventOut, ConnectionHappening } from '@/lib/api/model';
import { fill } from '@/lib/words/fill';
import type { State } from '@/lib/words/catalogues/states/states';
import { duration } from '@/lib/words/amounts/time';
import { words as all } from '../words';
import styles from './history.module.css';

const MARKS: Record<ConnectionHappening, State> = {
  created: 'upcoming',
  changed: 'upcoming',
  limited: 'upcoming',
  credentials_replaced: 'upcoming',
  paused: 'needs',
  resumed: 'delivered',
  tested: 'delivered',
  tried: 'delivered',
  breaker: 'failed',
  cooling: 'waiting',
  refused: 'failed',
};
const TIMES: ReadonlySet<ConnectionHappening> = new Set(['breaker', 'cooling', 'refused']);
/** Fields that say themselves in the entry's other words, or are set for the first time. */
const SAID = /^(paused_at|pause_reason|pause_message|cooling_until|breaker_until)$/;

export function markOf({ what, ok }: ConnectionEventOut): State {
  return ok === false ? 'failed' : MARKS[what];
}

/** One moment, or one time, of its history. */
export function HistoryEntry({ entry }: { entry: ConnectionEventOut }) {
  const words = all.detail.history;
  const byItself = TIMES.has(entry.what);
  const who = <bdi>{entry.by}</bdi>;
  return (
    <>
      <p>
        <strong>{words.what[entry.what]}</strong>{' '}
        {entry.by && <Phrase text={words.by} parts={{ who }} />}
      </p>
      {entry.message && (
        <p className={styles.said} dir="auto">
          {entry.message}
        </p>
      )}
      {entry.ok !== null && <p className={styles.said}>{testSaid(entry)}</p>}
      {entry.what !== 'created' &&
        changes(entry).map((each) => (
          <p key={each} className={styles.said} dir="auto">
            {each}
          </p>
        ))}
      <p className={styles.when}>
        <RelativeTime value={entry.at} />
        {byItself && ` · ${lasting(entry)}`}
        {entry.times > 1 && ` · ${words.times(entry.times)}`}
      </p>
    </>
  );
}

function testSaid({ ok, problem }: ConnectionEventOut): string {
  const words = all.detail.history;
  if (ok) return words.testOk;
  const why = problem ? all.problems[problem] : undefined;
  return why ? `${words.testNot}: ${why}` : words.testNot;
}

function lasting({ at, ended_at: end }: ConnectionEventOut): string {
  const words = all.detail.history;
  if (end === null || Date.parse(end) > Date.now()) return words.lasting;
  return words.lasted(duration(Date.parse(end) - Date.parse(at)));
}

function changes(entry: ConnectionEventOut): string[] {
  const words = all.detail.history;
  return entry.changes
    .filter(({ field }) => !SAID.test(field))
    .map(({ field, before, after }) =>
      fill(words.change, { field: named(field), before: shown(before), after: shown(after) }),
    );
}

function named(field: string): string {
  const { flight, rate } = all.detail.limits;
  const { burst } = all.limiting;
  const known: Record<string, string> = {
    max_in_flight: flight,
    rate_per_second: rate,
    rate_burst: burst,
    name: all.create.settings.name,
  };
  return known[field] ?? field.replace(/^config\./, '');
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return all.detail.history.nothing;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
