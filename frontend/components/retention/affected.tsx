import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { RetentionPreviewOut } from '@/lib/api/model';
import { useRetentionPreview } from './hooks/use-retention';
import { words } from './words';
import styles from './affected.module.css';

type Props = { workflow: string | null; days: number | null };

/** How many submissions a time deletes, before anybody says it. */
export function Affected({ workflow, days }: Props) {
  const { data, error, refetch } = useRetentionPreview(workflow, days);
  if (days === null) return <p className={styles.quiet}>{words.affected.nothing}</p>;
  if (error)
    return (
      <ErrorNotice error={error} what={words.affected.notCounted} onRetry={() => void refetch()} />
    );
  return (
    <p role="status" className={data && data.submissions > 0 ? styles.warning : styles.quiet}>
      {data ? sentence(data) : words.affected.counting}
    </p>
  );
}

function sentence({ submissions, more, ended_before }: RetentionPreviewOut): string {
  const day = new Date(ended_before);
  if (submissions === 0) return words.affected.none(day);
  return words.affected.some(submissions, more, day);
}
