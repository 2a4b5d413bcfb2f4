import { Link } from '@/components/ui/link/link';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { ConnectionOut, RecentErrorOut } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { useErrors } from '../hooks/use-connections';
import { words as all } from '../words';
import { Section } from '../parts/section';
import styles from './entries.module.css';

const MOST_COUNTED = 1_000;
const MARKS: Record<RecentErrorOut['status'], State> = {
  waiting: 'waiting',
  failed: 'failed',
  unknown: 'needs',
};

type Props = { connection: ConnectionOut; allowed: boolean };

/** What went wrong and is still open, the same things together. */
export function RecentErrors({ connection, allowed }: Props) {
  const words = all.detail.errors;
  return (
    <Section title={words.title}>
      {allowed ? <Found connection={connection} /> : <p>{words.hidden}</p>}
    </Section>
  );
}

function Found({ connection }: { connection: ConnectionOut }) {
  const words = all.detail.errors;
  const { data, error, refetch } = useErrors(connection.slug);
  if (error && !data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton width="70%" />;
  if (data.items.length === 0) return <p className={styles.quiet}>{words.none}</p>;
  return (
    <ul className={styles.entries}>
      {data.items.map((each) => (
        <li key={`${each.status} ${each.submission_id} ${each.message}`}>
          <One error={each} connection={connection} />
        </li>
      ))}
    </ul>
  );
}

function One({ error, connection }: { error: RecentErrorOut; connection: ConnectionOut }) {
  const words = all.detail.errors;
  const count = error.count >= MOST_COUNTED ? words.most(error.count) : words.count(error.count);
  return (
    <>
      <StateLabel state={MARKS[error.status]} word={words.statuses[error.status]} />
      <span className={styles.aside}>{count}</span>
      <p className={styles.said} dir="auto">
        <strong>{words.kinds[error.kind] ?? error.kind}</strong>
        {error.message && `: ${error.message}`}
      </p>
      <p className={styles.quiet}>
        <Phrase
          text={words.latest}
          parts={{
            submission: (
              <Link href={`/submissions/${error.submission_id}`}>
                <code>{error.reference}</code>
              </Link>
            ),
            time: <RelativeTime value={error.at} />,
          }}
        />
        {error.count > 1 && (
          <>
            {' · '}
            <Link href={submissionsOf(error, connection)}>{words.all}</Link>
          </>
        )}
      </p>
    </>
  );
}

/** The list of submissions that these are in. */
function submissionsOf({ kind }: RecentErrorOut, { id }: ConnectionOut): string {
  return `/submissions?${new URLSearchParams({ connection_id: id, error_kind: kind }).toString()}`;
}
