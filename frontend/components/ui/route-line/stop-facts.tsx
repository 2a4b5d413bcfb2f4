import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Phrase } from '../phrase/phrase';
import type { Stop, StopWords } from './stop';

/** What a stop says below its title: the sentence, why it waits, the record, the time. */
export function StopFacts({ stop, says }: { stop: Stop; says: StopWords }) {
  const waits = stop.state === 'waiting' || stop.state === 'transit';
  return (
    <>
      {stop.sentence && (
        <p className="w-stop-sentence" data-state={stop.state}>
          {stop.sentence}
        </p>
      )}
      {stop.reason && stop.reason !== stop.sentence && (
        <p className="w-stop-reason" data-state={stop.state}>
          {stop.reason}
        </p>
      )}
      {(stop.record || stop.finishedAt || (waits && stop.nextAttemptAt)) && (
        <p className="w-stop-facts">
          {stop.record && <Record text={says.record} record={stop.record} url={stop.recordUrl} />}
          {stop.finishedAt && <RelativeTime value={stop.finishedAt} />}
          {waits && stop.nextAttemptAt && (
            <span>
              <Phrase
                text={says.next}
                parts={{ time: <RelativeTime value={stop.nextAttemptAt} /> }}
              />
            </span>
          )}
        </p>
      )}
    </>
  );
}

type RecordProps = { text: string; record: string; url: string | null | undefined };

function Record({ text, record, url }: RecordProps) {
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
      <Phrase text={text} parts={{ record: linked }} />
    </span>
  );
}
