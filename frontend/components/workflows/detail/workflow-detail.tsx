import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Later } from '@/components/ui/later/later';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import type { WorkflowOut } from '@/lib/api/model';
import { useMayManage } from '../hooks/use-may-manage';
import { isUnknown, useWorkflow } from '../hooks/use-workflow';
import { words as all } from '../words';
import { words as publishingWords } from '../publishing/words';
import { DetailHead } from './detail-head';
import { DetailSkeleton } from './detail-skeleton';
import { DraftNotice } from './draft-notice';
import { FormPart } from './form-part';
import { WorkflowRoute } from './workflow-route';
import styles from './workflow-detail.module.css';

const Sections = dynamic(() => import('./sections').then((module) => module.Sections), {
  ssr: false,
});
const PublishDialog = dynamic(
  () => import('../publishing/publish-dialog').then((module) => module.PublishDialog),
  { ssr: false },
);

/** What is live, what changed, and who may send to it? */
export function WorkflowDetail({ slug }: { slug: string | undefined }) {
  const words = all.detail;
  const { data, error, isPending, refetch } = useWorkflow(slug);
  if (data) return <Detail workflow={data} />;
  if (isPending) return <DetailSkeleton />;
  if (isUnknown(error))
    return (
      <EmptyNote title={words.unknown.title}>
        <p>{words.unknown.text}</p>
      </EmptyNote>
    );
  return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
}

function Detail({ workflow }: { workflow: WorkflowOut }) {
  const words = all.detail;
  const mayManage = useMayManage();
  const { query } = useRouter();
  const made = query.made === 'live' || query.made === 'draft' ? query.made : null;
  const [publishing, setPublishing] = useState(false);
  const hasForm = workflow.form_slug !== null;
  return (
    <>
      <PagePart what={words.head}>
        <DetailHead workflow={workflow} mayManage={mayManage} made={made} />
      </PagePart>
      {workflow.has_draft && (
        <PagePart what={words.draft.title}>
          <DraftNotice
            workflow={workflow}
            mayManage={mayManage}
            onPublish={() => setPublishing(true)}
          />
        </PagePart>
      )}
      {publishing && (
        <PagePart what={publishingWords.do}>
          <PublishDialog slug={workflow.slug} onClose={() => setPublishing(false)} />
        </PagePart>
      )}
      <div className={styles.columns}>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{words.route}</h2>
            <PagePart what={words.route}>
              <WorkflowRoute workflow={workflow} />
            </PagePart>
          </SheetPart>
        </Sheet>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{hasForm ? words.form : words.programs}</h2>
            <PagePart what={words.form}>
              <FormPart workflow={workflow} />
            </PagePart>
          </SheetPart>
        </Sheet>
      </div>
      <Later>
        <Sections workflow={workflow} mayManage={mayManage} />
      </Later>
    </>
  );
}
