import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useAhead } from '@/lib/hooks/use-now';
import { useSpoken } from '@/lib/words/spoken';
import { Phrase } from '../phrase/phrase';
import type { Stop } from './stop';

/** What a stop says below its title: the sentence, why it waits, the record, the time. */
export function StopFacts({ stop }: { stop: Stop }) {
  const { nextTry } = useSpoken();
  const ahead = useAhead(stop.nextAttemptAt);
  const next = stop.state === 'waiting' || stop.state === 'transit' ? stop.nextAttemptAt : null;
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
      {(stop.record || stop.finishedAt || (next && ahead)) && (
        <p className="w-stop-facts">
          {stop.record && <Record number={stop.record} url={stop.recordUrl} />}
          {stop.finishedAt && <RelativeTime value={stop.finishedAt} />}
          {next && ahead && (
            <span>
              <Phrase text={nextTry} parts={{ time: <RelativeTime value={next} /> }} />
            </span>
          )}
        </p>
      )}
    </>
  );
}

type RecordProps = { number: string; url: string | null | undefined };

function Record({ number, url }: RecordProps) {
  const { record } = useSpoken();
  const code = <code>{number}</code>;
  const linked = url ? (
    <a href={url} rel="noreferrer">
      {code}
    </a>
  ) : (
    code
  );
  return (
    <span>
      <Phrase text={record} parts={{ record: linked }} />
    </span>
  );
}
