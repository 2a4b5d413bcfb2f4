import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { Stop } from './stop';
import styles from './route-line.module.css';

/** What a stop says below its title: the sentence, why it waits, the record, the time. */
export function StopFacts({ stop }: { stop: Stop }) {
  const waits = stop.state === 'waiting' || stop.state === 'transit';
  return (
    <>
      {stop.sentence && <p className={styles.sentence}>{stop.sentence}</p>}
      {stop.reason && stop.reason !== stop.sentence && (
        <p className={styles.reason}>{stop.reason}</p>
      )}
      {(stop.record || stop.finishedAt || (waits && stop.nextAttemptAt)) && (
        <p className={styles.facts}>
          {stop.record && <Record record={stop.record} url={stop.recordUrl} />}
          {stop.finishedAt && <RelativeTime value={stop.finishedAt} />}
          {waits && stop.nextAttemptAt && (
            <span>
              Next try <RelativeTime value={stop.nextAttemptAt} />
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Record({ record, url }: { record: string; url: string | null | undefined }) {
  return (
    <span>
      Record{' '}
      {url ? (
        <a href={url} rel="noreferrer">
          <code>{record}</code>
        </a>
      ) : (
        <code>{record}</code>
      )}
    </span>
  );
}
