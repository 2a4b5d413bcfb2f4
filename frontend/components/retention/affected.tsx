import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { RetentionPreviewOut } from '@/lib/api/model';
import { useRetentionPreview } from './hooks/use-retention';
import styles from './retention.module.css';

type Props = { workflow: string | null; days: number | null };

/** How many submissions a time deletes, before anybody says it. */
export function Affected({ workflow, days }: Props) {
  const { data, error, refetch } = useRetentionPreview(workflow, days);
  if (days === null) return <p className={styles.quiet}>Nothing is deleted any more.</p>;
  if (error)
    return (
      <ErrorNotice
        error={error}
        what="How many submissions this deletes could not be counted"
        onRetry={() => void refetch()}
      />
    );
  return (
    <p role="status" className={data && data.submissions > 0 ? styles.warning : styles.quiet}>
      {data ? sentence(data) : 'Counting what this deletes…'}
    </p>
  );
}

function sentence({ submissions, more, ended_before }: RetentionPreviewOut): string {
  const day = new Date(ended_before).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  if (submissions === 0) return `No submission ended before ${day}, so nothing is deleted now.`;
  const count = submissions.toLocaleString('en');
  const many = `${more ? 'More than ' : ''}${count} ${submissions === 1 ? 'submission' : 'submissions'}`;
  return `${many} that ended before ${day} will be deleted within six hours. Nobody can bring them back.`;
}
