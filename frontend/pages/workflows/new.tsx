import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { NewWorkflow } from '@/components/workflows/new/new-workflow';
import { words } from '@/lib/words/catalogues/pages';

export default function NewWorkflowPage() {
  return (
    <OperatorLayout
      title={words.newWorkflow}
      trail={[{ href: '/workflows', label: words.workflows }]}
    >
      <PagePart what={words.newWorkflow}>
        <NewWorkflow />
      </PagePart>
    </OperatorLayout>
  );
}
