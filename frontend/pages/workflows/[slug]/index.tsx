import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Telling } from '@/components/workflows/parts/telling';
import { WorkflowDetail } from '@/components/workflows/detail/workflow-detail';
import { words } from '@/lib/words/catalogues/pages';

const Differences = dynamic(
  () => import('@/components/editor/differences/differences').then((room) => room.Differences),
  { ssr: false },
);

export default function WorkflowPage() {
  const { query } = useRouter();
  const slug = typeof query.slug === 'string' ? query.slug : undefined;
  return (
    <Telling value={(difference) => <Differences difference={difference} />}>
      <OperatorLayout
        title={words.workflow}
        trail={[{ href: '/workflows', label: words.workflows }]}
      >
        <PagePart what={words.workflow}>
          <WorkflowDetail key={slug} slug={slug} />
        </PagePart>
      </OperatorLayout>
    </Telling>
  );
}
