import { Link } from '@/components/ui/link/link';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { StepRunOut } from '@/lib/api/model';
import { useNow } from '@/lib/hooks/use-now';
import { words as all } from '../words';
import { causeOf, endOf, isOfConnection } from './causes';
import { Countdown } from './countdown';
import styles from './waiting.module.css';

/** Why a step waits: the cause first, then what ends it and who can, then the way there. */
export function Waiting({ step }: { step: StepRunOut }) {
  const now = useNow();
  const words = all.waiting;
  if (!step.wait) return null;
  const until = step.wait_until && isAhead(step.wait_until, now) ? step.wait_until : null;
  const { waiting, behind, error_message: said } = step;
  const before = step.wait === 'backoff' ? null : said;
  return (
    <section className={styles.waiting} aria-label={words.label(step.title)}>
      <p className={styles.cause}>
        <Phrase
          text={causeOf(step)}
          parts={{
            system: step.system,
            who: <bdi>{waiting?.by}</bdi>,
            when: waiting?.since ? <RelativeTime value={waiting.since} /> : '',
            submission: behind && (
              <Link href={`/submissions/${behind.id}`}>{behind.reference}</Link>
            ),
          }}
        />{' '}
        {waiting?.message && <bdi>{words.said(waiting.message)}</bdi>}
        {step.wait === 'backoff' && <bdi>{said}</bdi>}
      </p>
      <p>
        <Phrase
          text={endOf(step, until !== null)}
          parts={{ system: step.system, countdown: until && <Countdown until={until} /> }}
        />
      </p>
      {before && <p className={styles.more}>{words.last(before)}</p>}
      <p className={styles.more}>
        <Phrase text={words.deadline} parts={{ when: <RelativeTime value={step.deadline_at} /> }} />
      </p>
      {isOfConnection(step) && (
        <p>
          <Link href={`/connections/${step.connection.slug}`}>
            {words.connection(step.connection.name)}
          </Link>
        </p>
      )}
    </section>
  );
}

/** Before the browser told the time, a time counts as ahead: the server had just said it. */
function isAhead(moment: string, now: number | null): boolean {
  return now === null || new Date(moment).getTime() > now;
}
