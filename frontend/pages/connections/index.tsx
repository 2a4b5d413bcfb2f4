import { ConnectionList } from '@/components/connections/list/connection-list';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

export default function ConnectionsPage() {
  return (
    <OperatorLayout title={words.connections}>
      <PagePart what={words.connections}>
        <ConnectionList />
      </PagePart>
    </OperatorLayout>
  );
}
