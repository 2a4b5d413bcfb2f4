import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { WorkflowListedOut } from '@/lib/api/model';
import { FormLink } from '../form-link/form-link';
import { WorkflowState } from '../parts/workflow-state';
import { words as all } from '../words';
import { Lately } from './lately';
import styles from './workflow-table.module.css';

const ActionsDialog = dynamic(
  () => import('../actions/actions-dialog').then((module) => module.ActionsDialog),
  {
    ssr: false,
  },
);

type Open = ((workflow: WorkflowListedOut) => void) | null;
type Props = { items: WorkflowListedOut[]; stale: boolean; mayManage: boolean };

/** The name is the way into a workflow. */
export function WorkflowTable({ items, stale, mayManage }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState<WorkflowListedOut | null>(null);
  const [done, setDone] = useState('');
  const open = (workflow: WorkflowListedOut) => {
    setDone('');
    setChosen(workflow);
  };
  return (
    <>
      <DoneNote text={done} />
      <Table
        {...LOOK}
        columns={columns(mayManage ? open : null)}
        rows={items}
        rowKey={({ slug }) => slug}
        busy={stale}
      />
      {chosen && (
        <PagePart what={all.actions.open}>
          <ActionsDialog
            workflow={chosen}
            onClose={() => setChosen(null)}
            onDone={setDone}
            onGone={(slug) => slug && void router.push(`/workflows/${slug}`)}
          />
        </PagePart>
      )}
    </>
  );
}

const LOOK = {
  cards: 'tablet',
  highlight: true,
  className: styles.table,
} as const;

export function WorkflowSkeleton() {
  return <TableSkeleton {...LOOK} columns={columns(null)} label={all.list.loading} rows={5} />;
}

function columns(onOpen: Open): Column<WorkflowListedOut>[] {
  const { columns: heads, noForm } = all.list;
  const shown: Column<WorkflowListedOut>[] = [
    {
      key: 'name',
      head: heads.name,
      names: true,
      cell: ({ slug, name }) => (
        <>
          <Link href={`/workflows/${slug}`} className={styles.name} dir="auto">
            {name}
          </Link>
          <code className={styles.slug}>{slug}</code>
        </>
      ),
      bone: { width: '11rem' },
    },
    {
      key: 'state',
      head: heads.state,
      cell: (workflow) => <WorkflowState workflow={workflow} />,
      className: styles.state,
      bone: { width: '6rem' },
    },
    {
      key: 'week',
      head: heads.week,
      labelled: true,
      cell: ({ slug, last_7_days: counts }) => <Lately slug={slug} counts={counts} />,
      className: styles.counts,
      bone: { width: '5rem' },
    },
    {
      key: 'month',
      head: heads.month,
      labelled: true,
      cell: ({ slug, last_30_days: counts }) => <Lately slug={slug} counts={counts} />,
      className: styles.counts,
      bone: { width: '5rem' },
    },
    {
      key: 'form',
      head: heads.form,
      cell: ({ form_slug: address, name, slug }) =>
        address ? (
          <FormLink address={address} name={name} slug={slug} />
        ) : (
          <span className={styles.none}>{noForm}</span>
        ),
      className: styles.form,
      bone: { width: '12rem' },
    },
  ];
  if (onOpen)
    shown.push({
      key: 'actions',
      head: heads.actions,
      headHidden: true,
      cell: (workflow) => (
        <span className={styles.buttons}>
          <Button
            component={Link}
            href={`/workflows/${workflow.slug}/edit`}
            variant="default"
            size="compact-sm"
            aria-label={all.actions.editOf(workflow.name)}
          >
            {all.actions.edit}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            aria-label={all.actions.openOf(workflow.name)}
            onClick={() => onOpen(workflow)}
          >
            {all.actions.open}
          </Button>
        </span>
      ),
      className: styles.actions,
    });
  return shown;
}
