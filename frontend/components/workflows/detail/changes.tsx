import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useDifference } from '../hooks/use-workflow';
import { words as all } from '../words';
import styles from './changes.module.css';

type Props = { slug: string; before: string; after: string };

/** What differs between two states of a workflow, in the words of the API. */
export function Changes({ slug, before, after }: Props) {
  const words = all.detail.changes;
  const { data, error, isPending, refetch } = useDifference(slug, before, after);
  if (isPending) return <Skeleton width="16rem" />;
  if (!data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  if (data.changes.length === 0) return <p className={styles.none}>{words.none}</p>;
  return (
    <ul className={styles.changes} aria-label={words.label}>
      {data.changes.map((change, index) => (
        <li key={index}>{change}</li>
      ))}
    </ul>
  );
}
