import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { WorkflowList } from '@/components/workflows/list/workflow-list';
import { words } from '@/lib/words/catalogues/pages';

export default function WorkflowsPage() {
  return (
    <OperatorLayout title={words.workflows}>
      <PagePart what={words.workflows}>
        <WorkflowList />
      </PagePart>
    </OperatorLayout>
  );
}
