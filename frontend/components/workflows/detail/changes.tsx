import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useDifference } from '../hooks/use-workflow';
import { Difference } from '../parts/difference';
import { words as all } from '../words';

type Props = { slug: string; before: string; after: string };

/** What differs between two states of a workflow, asked for when it is shown. */
export function Changes({ slug, before, after }: Props) {
  const words = all.detail.changes;
  const { data, error, isPending, refetch } = useDifference(slug, before, after);
  if (isPending)
    return (
      <div data-awaits="true">
        <Skeleton width="16rem" />
      </div>
    );
  if (!data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  return <Difference difference={data} />;
}
