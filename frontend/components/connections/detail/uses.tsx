import { Link } from '@/components/ui/link/link';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { ConnectionOut, ConnectionUseOut } from '@/lib/api/model';
import { fill } from '@/lib/words/fill';
import { useUses } from '../hooks/use-connections';
import { words as all } from '../words';
import { Section } from '../parts/section';
import styles from './entries.module.css';

type Props = { connection: ConnectionOut; allowed: boolean };

/** The workflows that send through it or look something up in it. */
export function Uses({ connection, allowed }: Props) {
  const words = all.detail.uses;
  return (
    <Section title={words.title}>
      {allowed ? <Found slug={connection.slug} /> : <p>{words.hidden}</p>}
    </Section>
  );
}

function Found({ slug }: { slug: string }) {
  const words = all.detail.uses;
  const { data, error, refetch } = useUses(slug);
  if (error && !data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton width="70%" />;
  if (data.items.length === 0) return <p className={styles.quiet}>{words.none}</p>;
  return (
    <ul className={styles.entries}>
      {data.items.map((use) => (
        <li key={`${use.slug} ${use.draft}`}>
          <Link href={`/workflows/${use.slug}`} className={styles.name} dir="auto">
            {use.workflow}
          </Link>
          <span className={styles.aside}>{use.draft ? words.draft : words.live}</span>
          {whatFor(use).map((each) => (
            <p key={each} className={styles.quiet}>
              {each}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
}

function whatFor({ steps, questions }: ConnectionUseOut): string[] {
  const words = all.detail.uses;
  if (steps.length + questions.length === 0) return [words.unread];
  return [
    ...(steps.length > 0 ? [fill(words.steps, { what: steps.join(', ') })] : []),
    ...(questions.length > 0 ? [fill(words.questions, { what: questions.join(', ') })] : []),
  ];
}
