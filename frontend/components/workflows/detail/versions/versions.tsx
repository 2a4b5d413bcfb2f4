import dynamic from 'next/dynamic';
import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { VersionOut, WorkflowOut } from '@/lib/api/model';
import { useVersions } from '../../hooks/use-workflow';
import { words as all } from '../../words';
import { Compare } from './compare';
import { VersionSkeleton, VersionTable } from './version-table';

const RestoreDialog = dynamic(
  () => import('./restore-dialog').then((module) => module.RestoreDialog),
  { ssr: false },
);

type Props = { workflow: WorkflowOut; mayManage: boolean };

/** What was published, by whom and when, and the way back to it. */
export function Versions({ workflow, mayManage }: Props) {
  const words = all.detail.versions;
  const { data, error, isPending, refetch } = useVersions(workflow.slug);
  const [chosen, setChosen] = useState<VersionOut | null>(null);
  const [done, setDone] = useState('');
  if (isPending) return <VersionSkeleton />;
  if (!data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <EmptyNote title={words.empty.title}>
        <p>{words.empty.text}</p>
      </EmptyNote>
    );
  return (
    <>
      <DoneNote text={done} />
      <VersionTable
        slug={workflow.slug}
        versions={data.items}
        onRestore={mayManage ? setChosen : null}
      />
      <Compare slug={workflow.slug} versions={data.items} hasDraft={workflow.has_draft} />
      {chosen && (
        <PagePart what={words.restore.choose}>
          <RestoreDialog
            workflow={workflow}
            version={chosen}
            onClose={() => setChosen(null)}
            onDone={setDone}
          />
        </PagePart>
      )}
    </>
  );
}
