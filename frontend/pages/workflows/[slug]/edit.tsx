import { useRouter } from 'next/router';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Editor } from '@/components/editor/editor';
import { PublishDialog } from '@/components/workflows/publishing/publish-dialog';
import { useQueryReady } from '@/lib/hooks/use-query-ready';
import { words } from '@/lib/words/catalogues/pages';

export default function EditWorkflowPage() {
  const { query } = useRouter();
  const isReady = useQueryReady();
  const slug = isReady && typeof query.slug === 'string' ? query.slug : undefined;
  const at = typeof query.at === 'string' ? query.at : undefined;
  const trail = [
    { href: '/workflows', label: words.workflows },
    ...(slug ? [{ href: `/workflows/${slug}`, label: words.workflow }] : []),
  ];
  return (
    <OperatorLayout title={words.editWorkflow} trail={trail}>
      <PagePart what={words.editWorkflow}>
        <Editor
          key={slug}
          slug={slug}
          at={at}
          publishing={({ tag, onClose }) =>
            slug && <PublishDialog slug={slug} tag={tag} onClose={onClose} />
          }
        />
      </PagePart>
    </OperatorLayout>
  );
}
