import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { WorkflowOut } from '@/lib/api/model';
import { useRunning } from '../hooks/use-workflow';
import { useWorkflowActions } from '../hooks/use-workflow-actions';
import { words as all } from '../words';
import { Action } from './action';
import { NamesForm } from './names-form';
import { SwitchOn } from './switch-on';
import styles from './actions-dialog.module.css';

export type Props = {
  workflow: WorkflowOut;
  onClose: () => void;
  /** What was done, to be said where the dialog was opened. */
  onDone: (what: string) => void;
  /** There is nothing at the old slug any more: go to this one, or away (null). */
  onGone: (slug: string | null) => void;
};

type Doing = 'rename' | 'duplicate' | 'remove' | null;

/** Everything that can be done with one workflow, each with what it means. */
export function ActionsDialog({ workflow, onClose, onDone, onGone }: Props) {
  const words = all.actions;
  const { archive, remove } = useWorkflowActions();
  const [doing, setDoing] = useState<Doing>(null);
  const { slug, name } = workflow;
  const done = (what: string) => {
    onDone(what);
    onClose();
  };
  const gone = (next: string | null, what: string) => {
    done(what);
    onGone(next);
  };
  return (
    <Dialog title={words.title(name)} onClose={onClose}>
      <UnderWay slug={slug} />
      <ul className={styles.actions}>
        {workflow.archived_at !== null && <SwitchOn workflow={workflow} onDone={done} />}
        {workflow.version !== null && (
          <Action title={words.off.title} text={words.off.text}>
            <Button
              variant="default"
              loading={archive.isPending}
              onClick={() =>
                archive.mutate({ slug }, { onSuccess: () => done(words.off.done(name)) })
              }
            >
              {words.off.do}
            </Button>
            {archive.error && <ErrorNotice error={archive.error} what={words.failed} />}
          </Action>
        )}
        <Action title={words.rename.title} text={words.rename.text}>
          {doing === 'rename' ? (
            <NamesForm kind="rename" workflow={workflow} onMade={gone} />
          ) : (
            <Choose onClick={() => setDoing('rename')}>{words.rename.choose}</Choose>
          )}
        </Action>
        <Action title={words.duplicate.title} text={words.duplicate.text}>
          {doing === 'duplicate' ? (
            <NamesForm kind="duplicate" workflow={workflow} onMade={gone} />
          ) : (
            <Choose onClick={() => setDoing('duplicate')}>{words.duplicate.choose}</Choose>
          )}
        </Action>
        <Action title={words.remove.title} text={words.remove.text}>
          {doing === 'remove' ? (
            <>
              <p className={styles.sure}>{words.remove.sure(name)}</p>
              <ButtonRow>
                <DangerButton
                  autoFocus
                  loading={remove.isPending}
                  onClick={() =>
                    remove.mutate(
                      { slug },
                      { onSuccess: () => gone(null, words.remove.done(name)) },
                    )
                  }
                >
                  {words.remove.do}
                </DangerButton>
                <Choose onClick={() => setDoing(null)}>{words.leave}</Choose>
              </ButtonRow>
              {remove.error && <ErrorNotice error={remove.error} what={words.failed} />}
            </>
          ) : (
            <Choose onClick={() => setDoing('remove')}>{words.remove.choose}</Choose>
          )}
        </Action>
      </ul>
    </Dialog>
  );
}

/** What everything here leaves alone. */
function UnderWay({ slug }: { slug: string }) {
  const { data } = useRunning(slug);
  if (!data) return null;
  return <p className={styles.running}>{all.actions.running(data.count, data.exact)}</p>;
}

function Choose({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <Button variant="default" onClick={onClick}>
      {children}
    </Button>
  );
}
