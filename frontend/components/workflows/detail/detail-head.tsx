import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { useAwaitsMe } from '@/lib/hooks/person/use-may';
import type { WorkflowOut } from '@/lib/api/model';
import { WorkflowState } from '../parts/workflow-state';
import { words as all } from '../words';
import styles from './detail-head.module.css';

const ActionsDialog = dynamic(
  () => import('../actions/actions-dialog').then((module) => module.ActionsDialog),
  {
    ssr: false,
  },
);

type Props = { workflow: WorkflowOut; mayManage: boolean; made: 'live' | 'draft' | null };

/** Which workflow this is, how it stands, and what can be done with it. */
export function DetailHead({ workflow, mayManage, made }: Props) {
  const router = useRouter();
  const awaits = useAwaitsMe();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState(made ? all.detail.made[made](workflow.name) : '');
  const gone = (slug: string | null) =>
    void router.push(slug ? `/workflows/${slug}` : '/workflows');
  return (
    <header className={styles.head} data-awaits={awaits}>
      <div>
        <h1 dir="auto">{workflow.name}</h1>
        <p className={styles.facts}>
          <code>{workflow.slug}</code>
          <span>
            <WorkflowState workflow={workflow} />
          </span>
        </p>
      </div>
      {mayManage && (
        <ButtonRow>
          <Button component={Link} href={`/workflows/${workflow.slug}/edit`}>
            {all.actions.edit}
          </Button>
          <Button variant="default" onClick={() => setOpen(true)}>
            {all.actions.open}
          </Button>
        </ButtonRow>
      )}
      <div className={styles.done}>
        <DoneNote text={done} />
      </div>
      {open && (
        <PagePart what={all.actions.open}>
          <ActionsDialog
            workflow={workflow}
            onClose={() => setOpen(false)}
            onDone={setDone}
            onGone={gone}
          />
        </PagePart>
      )}
    </header>
  );
}
