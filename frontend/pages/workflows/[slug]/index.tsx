import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Telling } from '@/components/workflows/parts/telling';
import { WorkflowDetail } from '@/components/workflows/detail/workflow-detail';
import { useWorkflow } from '@/components/workflows/hooks/use-workflow';
import { words } from '@/lib/words/catalogues/pages';

const Differences = dynamic(
  () => import('@/components/editor/differences/differences').then((room) => room.Differences),
  { ssr: false },
);

export default function WorkflowPage() {
  const { query } = useRouter();
  const slug = typeof query.slug === 'string' ? query.slug : undefined;
  const { data } = useWorkflow(slug);
  const trail = [{ href: '/workflows', label: words.workflows }];
  return (
    <Telling
      value={(difference) => (
        <PagePart what={words.differences}>
          <Differences difference={difference} />
        </PagePart>
      )}
    >
      <OperatorLayout title={data?.name ?? words.workflow} trail={trail}>
        <PagePart what={words.workflow}>
          <WorkflowDetail key={slug} slug={slug} />
        </PagePart>
      </OperatorLayout>
    </Telling>
  );
}
