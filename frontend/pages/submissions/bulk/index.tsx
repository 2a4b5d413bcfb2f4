import { OperatorLayout } from '@/components/layouts/operator-layout';
import { BulkList } from '@/components/submissions/bulk/bulk-list';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function BulkActionsPage() {
  return (
    <OperatorLayout
      title={words.bulkActions}
      trail={[{ href: '/submissions', label: words.submissions }]}
    >
      <PagePart what={words.bulkActions}>
        <BulkList />
      </PagePart>
    </OperatorLayout>
  );
}
