import Link from 'next/link';
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
  const { cause } = step;
  const tried = step.status === 'waiting' && step.reason && step.wait !== 'backoff';
  return (
    <section className={styles.waiting} aria-label={words.label(step.title)}>
      <p className={styles.cause}>
        <Phrase
          text={causeOf(step)}
          parts={{
            system: step.system,
            who: <bdi>{cause?.by}</bdi>,
            when: cause?.since ? <RelativeTime value={cause.since} /> : '',
            submission: cause?.behind && (
              <Link href={`/submissions/${cause.behind.id}`}>{cause.behind.reference}</Link>
            ),
          }}
        />{' '}
        {cause?.message && <bdi>{words.said(cause.message)}</bdi>}
        {step.wait === 'backoff' && <bdi>{step.reason}</bdi>}
      </p>
      <p>
        <Phrase
          text={endOf(step, until !== null)}
          parts={{ system: step.system, countdown: until && <Countdown until={until} /> }}
        />
      </p>
      {tried && <p className={styles.more}>{words.last(step.reason ?? '')}</p>}
      <p className={styles.more}>
        <Phrase
          text={words.deadline}
          parts={{ when: <RelativeTime value={step.deadline_at} /> }}
        />
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
