import { Payload } from '@/components/ui/payload/payload';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { CallbackAttemptOut } from '@/lib/api/model';
import { duration } from '@/lib/words/amounts/time';
import { words } from '../words';
import styles from './callback-dialog.module.css';

/** Each try with its answer, the latest first. */
export function Tries({ attempts }: { attempts: CallbackAttemptOut[] }) {
  if (attempts.length === 0) return <p className={styles.hint}>{words.one.noTry}</p>;
  return (
    <ol className={styles.tries}>
      {attempts.toReversed().map((attempt) => (
        <Try key={`${attempt.number} ${attempt.started_at}`} attempt={attempt} />
      ))}
    </ol>
  );
}

function Try({ attempt }: { attempt: CallbackAttemptOut }) {
  const said = words.one;
  const { number, started_at: started, ended_at: ended, status_code: status } = attempt;
  const took = duration(Date.parse(ended) - Date.parse(started));
  return (
    <li>
      <p>
        <b>{said.try(number)}</b> · {status === null ? said.none : said.status(status)} ·{' '}
        <RelativeTime value={started} /> · <Phrase text={said.took} parts={{ time: took }} />
      </p>
      {attempt.message && <p>{attempt.message}</p>}
      {attempt.answer ? (
        <Payload value={attempt.answer} label={said.answer(number)} />
      ) : (
        status !== null && <p className={styles.hint}>{said.empty}</p>
      )}
    </li>
  );
}
