import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useMay } from '../hooks/use-may';
import { useNoteChanges, useNotes } from '../hooks/use-notes';
import { words as all } from '../words';
import { Note } from './note';
import { NoteForm } from './note-form';
import styles from './people.module.css';

/** What operators wrote about the submission, and a place to write. */
export function Notes({ submissionId }: { submissionId: string }) {
  const words = all.notes;
  const { data, error, isPending, refetch } = useNotes(submissionId);
  const { add } = useNoteChanges(submissionId);
  const may = useMay('submissions:operate');
  const [said, setSaid] = useState('');
  const notes = data?.items ?? [];
  return (
    <section className={styles.part}>
      <h2>{words.title}</h2>
      {isPending ? (
        <div role="group" aria-label={words.loading}>
          <Skeleton width="100%" height="3rem" />
        </div>
      ) : error && !data ? (
        <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />
      ) : notes.length === 0 ? (
        <p className={styles.about}>
          {words.none} {may && words.noneNext}
        </p>
      ) : (
        <ul className={styles.notes}>
          {notes.map((note, index) => (
            <li key={note.id}>
              <Note
                note={note}
                number={index + 1}
                submissionId={submissionId}
                onRemoved={() => setSaid(words.removed)}
              />
            </li>
          ))}
        </ul>
      )}
      {may && (
        <NoteForm
          key={notes.length}
          label={words.new}
          action={words.add}
          saving={add.isPending}
          error={add.error}
          onSave={(text) =>
            add.mutate({ submissionId, data: { text } }, { onSuccess: () => setSaid(words.added) })
          }
        />
      )}
      <DoneNote text={said} />
    </section>
  );
}
