import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Telling, TellingWhen } from '@/components/workflows/parts/telling';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { WorkflowDetail } from '@/components/workflows/detail/workflow-detail';
import { useWorkflow } from '@/components/workflows/hooks/use-workflow';
import { words } from '@/lib/words/catalogues/pages';

const Differences = dynamic(
  () => import('@/components/editor/differences/differences').then((room) => room.Differences),
  { ssr: false },
);

const SaidCondition = dynamic(
  () => import('@/components/editor/conditions/said-condition').then((room) => room.SaidCondition),
  { ssr: false, loading: () => <Skeleton width="8rem" /> },
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
      <TellingWhen
        value={(definition, when) => (
          <PagePart what={words.condition}>
            <SaidCondition definition={definition} when={when} />
          </PagePart>
        )}
      >
        <OperatorLayout title={data?.name ?? words.workflow} trail={trail}>
          <PagePart what={words.workflow}>
            <WorkflowDetail key={slug} slug={slug} />
          </PagePart>
        </OperatorLayout>
      </TellingWhen>
    </Telling>
  );
}
