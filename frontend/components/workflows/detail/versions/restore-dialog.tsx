import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { VersionOut, WorkflowOut } from '@/lib/api/model';
import { useWorkflowActions } from '../../hooks/use-workflow-actions';
import { FaultList } from '../../parts/fault-list';
import { faultsOf } from '../../parts/faults-of';
import { words as all } from '../../words';
import { Changes } from '../changes';
import styles from './restore-dialog.module.css';

type Props = {
  workflow: WorkflowOut;
  version: VersionOut;
  onClose: () => void;
  onDone: (what: string) => void;
};

/** What going back to a version changes, before it is done. */
export function RestoreDialog({ workflow, version: { number }, onClose, onDone }: Props) {
  const words = all.detail.versions.restore;
  const { slug, version: live } = workflow;
  const { restore } = useWorkflowActions();
  const [note, setNote] = useState('');
  const faults = faultsOf(restore.error);
  const run = () =>
    restore.mutate(
      { slug, number, data: { note: note.trim() } },
      {
        onSuccess: (made) => {
          onDone(words.done(number, made.number));
          onClose();
        },
      },
    );
  return (
    <Dialog title={words.title(number)} onClose={onClose}>
      <div className={styles.body}>
        <p>{words.text}</p>
        {live !== null && <Changes slug={slug} before="live" after={String(number)} />}
        {faults.length > 0 && <FaultList what={words.faults} faults={faults} />}
        {restore.error && faults.length === 0 && (
          <ErrorNotice error={restore.error} what={all.actions.failed} />
        )}
        <Textarea
          label={words.why}
          description={words.whyHint}
          dir="auto"
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ButtonRow>
          <Button data-first loading={restore.isPending} onClick={run}>
            {words.do(number)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {all.actions.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}
