import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import type { WorkflowOut } from '@/lib/api/model';
import { useWorkflowActions } from '../hooks/use-workflow-actions';
import { FaultList } from '../parts/fault-list';
import { words as all } from '../words';
import { Changes } from './changes';
import styles from './draft-notice.module.css';

type Props = { workflow: WorkflowOut; mayManage: boolean };

/** What was saved and is not live: what it changes, and the way to make it so or drop it. */
export function DraftNotice({ workflow, mayManage }: Props) {
  const words = all.detail.draft;
  const { slug, version } = workflow;
  const { publish, discard } = useWorkflowActions();
  const [dropping, setDropping] = useState(false);
  const faults = publish.error?.problem.errors ?? [];
  return (
    <section className={styles.draft} aria-labelledby="draft">
      <h2 id="draft">{words.title}</h2>
      <p className={styles.text}>{version === null ? words.first : words.text(version)}</p>
      {version !== null && <Changes slug={slug} before="live" after="draft" />}
      {faults.length > 0 && (
        <FaultList
          what={words.faults(faults.length)}
          faults={faults.map(({ field, message }) => ({
            field,
            message,
            line: null,
            column: null,
          }))}
        />
      )}
      {publish.error && faults.length === 0 && (
        <ErrorNotice error={publish.error} what={all.actions.failed} />
      )}
      {discard.error && <ErrorNotice error={discard.error} what={all.actions.failed} />}
      {mayManage && (
        <ButtonRow>
          <Button loading={publish.isPending} onClick={() => publish.mutate({ slug })}>
            {words.publish}
          </Button>
          {version !== null && !dropping && (
            <Button variant="default" onClick={() => setDropping(true)}>
              {words.discard}
            </Button>
          )}
          {dropping && (
            <DangerButton
              autoFocus
              loading={discard.isPending}
              onClick={() => discard.mutate({ slug })}
            >
              {words.sure}
            </DangerButton>
          )}
        </ButtonRow>
      )}
    </section>
  );
}
