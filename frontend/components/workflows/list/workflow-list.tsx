import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PageHead } from '@/components/ui/page-head/page-head';
import { useAwaitsMe } from '@/lib/hooks/person/use-may';
import { useMayManage } from '../hooks/use-may-manage';
import { useWorkflows } from '../hooks/use-workflows';
import { words as all } from '../words';
import { WorkflowSkeleton, WorkflowTable } from './workflow-table';

/** What is live, and how does each do? */
export function WorkflowList() {
  const mayManage = useMayManage();
  const awaits = useAwaitsMe();
  return (
    <>
      <PageHead title={all.list.title} lead={all.list.lead} awaits={awaits}>
        {mayManage && (
          <Button component={Link} href="/workflows/new">
            {all.list.make}
          </Button>
        )}
      </PageHead>
      <Page mayManage={mayManage} />
    </>
  );
}

function Page({ mayManage }: { mayManage: boolean }) {
  const words = all.list;
  const [cursor, setCursor] = useState<string | null>(null);
  const { data, error, isPending, isPlaceholderData, refetch } = useWorkflows(cursor);
  const retry = () => void refetch();
  if (isPending) return <WorkflowSkeleton />;
  if (!data) return <ErrorNotice error={error} what={words.failed} onRetry={retry} />;
  if (data.items.length === 0)
    return (
      <EmptyNote title={words.empty.title}>
        <p>{mayManage ? words.empty.next : words.empty.ask}</p>
      </EmptyNote>
    );
  return (
    <>
      {error && <ErrorNotice error={error} what={words.stale} onRetry={retry} />}
      <PagePart what={words.title}>
        <WorkflowTable items={data.items} stale={isPlaceholderData} mayManage={mayManage} />
      </PagePart>
      <CursorPager cursor={cursor} next={data.next_cursor} what={words.what} onChange={setCursor} />
    </>
  );
}
