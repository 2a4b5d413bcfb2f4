import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import type { WorkflowOut } from '@/lib/api/model';
import { useWorkflowActions } from '../hooks/use-workflow-actions';
import { words as all } from '../words';
import { Changes } from './changes';
import styles from './draft-notice.module.css';

type Props = { workflow: WorkflowOut; mayManage: boolean; onPublish: () => void };

/** What was saved and is not live: what it changes, and the way to make it so or drop it. */
export function DraftNotice({ workflow, mayManage, onPublish }: Props) {
  const words = all.detail.draft;
  const { slug, version } = workflow;
  const { discard } = useWorkflowActions();
  const [dropping, setDropping] = useState(false);
  return (
    <section className={styles.draft} aria-labelledby="draft">
      <h2 id="draft">{words.title}</h2>
      <p className={styles.text}>{version === null ? words.first : words.text(version)}</p>
      {version !== null && <Changes slug={slug} before="live" after="draft" />}
      {discard.error && <ErrorNotice error={discard.error} what={all.actions.failed} />}
      {mayManage && (
        <ButtonRow>
          <Button onClick={onPublish}>{words.publish}</Button>
          <Button component={Link} variant="default" href={`/workflows/${slug}/edit`}>
            {words.edit}
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
