import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Phrase } from '../phrase/phrase';
import { words } from '../words';
import type { Stop } from './stop';
import styles from './stop-facts.module.css';

/** What a stop says below its title: the sentence, why it waits, the record, the time. */
export function StopFacts({ stop }: { stop: Stop }) {
  const waits = stop.state === 'waiting' || stop.state === 'transit';
  return (
    <>
      {stop.sentence && (
        <p className={styles.sentence} data-state={stop.state}>
          {stop.sentence}
        </p>
      )}
      {stop.reason && stop.reason !== stop.sentence && (
        <p className={styles.reason} data-state={stop.state}>
          {stop.reason}
        </p>
      )}
      {(stop.record || stop.finishedAt || (waits && stop.nextAttemptAt)) && (
        <p className={styles.facts}>
          {stop.record && <Record record={stop.record} url={stop.recordUrl} />}
          {stop.finishedAt && <RelativeTime value={stop.finishedAt} />}
          {waits && stop.nextAttemptAt && (
            <span>
              <Phrase
                text={words.stop.next}
                parts={{ time: <RelativeTime value={stop.nextAttemptAt} /> }}
              />
            </span>
          )}
        </p>
      )}
    </>
  );
}

function Record({ record, url }: { record: string; url: string | null | undefined }) {
  const number = <code>{record}</code>;
  const linked = url ? (
    <a href={url} rel="noreferrer">
      {number}
    </a>
  ) : (
    number
  );
  return (
    <span>
      <Phrase text={words.stop.record} parts={{ record: linked }} />
    </span>
  );
}
