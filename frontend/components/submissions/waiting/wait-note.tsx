import { Link } from '@/components/ui/link/link';
import type { WaitOut } from '@/lib/api/model';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { useAhead } from '@/lib/hooks/use-now';
import { words } from './words';

type Props = { wait: WaitOut; className?: string | undefined };

/**
 * What a step waits for: the cause first, what ends it, and who can. No past time is a next one.
 * The name of the system leads to its connection; `className` is that link's.
 */
export function WaitNote({ wait, className }: Props) {
  const ahead = useAhead(wait.until);
  const parts = {
    system: (
      <Link className={className} href={`/connections/${wait.connection.slug}`}>
        {wait.connection.name}
      </Link>
    ),
    who: wait.by ?? '',
    since: wait.since && <RelativeTime value={wait.since} />,
    until: wait.until && <RelativeTime value={wait.until} />,
  };
  return <Phrase text={sentence(wait, ahead)} parts={parts} />;
}

function sentence({ reason, pause, by }: WaitOut, ahead: boolean): string {
  switch (reason) {
    case 'paused':
      if (pause === 'auth') return words.refused;
      return by ? words.pausedBy : words.paused;
    case 'breaker':
      return ahead ? words.breaker : words.breakerNow;
    case 'rate_limit':
      return ahead ? words.throttled : words.rate;
    case 'backoff':
      return ahead ? words.backoff : words.backoffNow;
    case 'no_worker':
      return words.noWorker;
    case 'order':
      return words.order;
    case 'dependency':
      return words.dependency;
    default:
      return words.turn;
  }
}

/** Whether it stands still for a cause that is worth a word, and is not merely next in line. */
export function standsStill(wait: WaitOut | null): wait is WaitOut {
  return wait !== null && wait.reason !== 'turn' && wait.reason !== 'dependency';
}
