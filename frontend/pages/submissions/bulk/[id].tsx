import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import {
  BulkProgress,
  ProgressSkeleton,
} from '@/components/submissions/bulk/progress/bulk-progress';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function BulkActionPage() {
  const { isReady, query } = useRouter();
  const id = typeof query.id === 'string' ? query.id : '';
  return (
    <OperatorLayout
      title={words.bulkAction}
      trail={[
        { href: '/submissions', label: words.submissions },
        { href: '/submissions/bulk', label: words.bulkActions },
      ]}
    >
      <PagePart what={words.bulkAction}>
        {isReady ? <BulkProgress id={id} /> : <ProgressSkeleton />}
      </PagePart>
    </OperatorLayout>
  );
}
