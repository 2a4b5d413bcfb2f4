import { Button } from '@mantine/core';
import { useState } from 'react';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { NoteOut } from '@/lib/api/model';
import { useNoteChanges } from '../hooks/use-notes';
import { words as all } from '../words';
import { NoteForm } from './note-form';
import styles from './people.module.css';

type Props = { note: NoteOut; number: number; submissionId: string; onRemoved: () => void };

/** One note; its own author changes and deletes it. */
export function Note({ note, number, submissionId, onRemoved }: Props) {
  const words = all.notes;
  const { change, remove } = useNoteChanges(submissionId);
  const [doing, setDoing] = useState<'reading' | 'editing' | 'removing'>('reading');
  const at = { submissionId, noteId: note.id };
  const leave = () => setDoing('reading');
  if (doing === 'editing')
    return (
      <NoteForm
        label={words.text}
        action={words.save}
        text={note.text}
        saving={change.isPending}
        error={change.error}
        onLeave={leave}
        onSave={(text) => change.mutate({ ...at, data: { text } }, { onSuccess: leave })}
      />
    );
  return (
    <>
      <p className={styles.text} dir="auto">
        {note.text}
      </p>
      <p className={styles.about}>
        <bdi>{note.author}</bdi> · <RelativeTime value={note.created_at} />
        {note.edited_at && (
          <>
            {' · '}
            <Phrase text={words.edited} parts={{ when: <RelativeTime value={note.edited_at} /> }} />
          </>
        )}
      </p>
      {note.mine && (
        <div className={styles.buttons}>
          {doing === 'removing' ? (
            <>
              <DangerButton
                size="compact-sm"
                autoFocus
                loading={remove.isPending}
                onClick={() => remove.mutate(at, { onSuccess: onRemoved })}
              >
                {words.removeSure}
              </DangerButton>{' '}
              <Button variant="default" size="compact-sm" onClick={leave}>
                {words.leave}
              </Button>
            </>
          ) : (
            <>
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.editOf(number)}
                onClick={() => setDoing('editing')}
              >
                {words.edit}
              </Button>{' '}
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={words.removeOf(number)}
                onClick={() => setDoing('removing')}
              >
                {words.remove}
              </Button>
            </>
          )}
        </div>
      )}
      {remove.error && <ErrorNotice error={remove.error} what={words.notRemoved} />}
    </>
  );
}
