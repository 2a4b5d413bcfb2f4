import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Editor } from '@/components/editor/editor';
import { useWorkflow } from '@/components/workflows/hooks/use-workflow';
import { Telling } from '@/components/workflows/parts/telling';
import { PublishDialog } from '@/components/workflows/publishing/publish-dialog';
import { useQueryReady } from '@/lib/hooks/use-query-ready';
import { words } from '@/lib/words/catalogues/pages';

const Differences = dynamic(
  () => import('@/components/editor/differences/differences').then((room) => room.Differences),
  { ssr: false },
);

export default function EditWorkflowPage() {
  const { query } = useRouter();
  const isReady = useQueryReady();
  const slug = isReady && typeof query.slug === 'string' ? query.slug : undefined;
  const at = typeof query.at === 'string' ? query.at : undefined;
  const { data } = useWorkflow(slug);
  const trail = [
    { href: '/workflows', label: words.workflows },
    ...(slug ? [{ href: `/workflows/${slug}`, label: data?.name ?? words.workflow }] : []),
  ];
  return (
    <Telling
      value={(difference) => (
        <PagePart what={words.differences}>
          <Differences difference={difference} />
        </PagePart>
      )}
    >
      <OperatorLayout title={words.editWorkflow} trail={trail}>
        <PagePart what={words.editWorkflow}>
          <Editor
            key={slug}
            slug={slug}
            at={at}
            publishing={(asked) => slug && <PublishDialog slug={slug} {...asked} />}
          />
        </PagePart>
      </OperatorLayout>
    </Telling>
  );
}
