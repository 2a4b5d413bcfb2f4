import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { words as all } from '../words';
import styles from './people.module.css';

export const NOTE_MOST = 5_000;
const TOLD_FROM = 500;

type Props = {
  label: string;
  action: string;
  text?: string;
  saving: boolean;
  error: unknown;
  onSave: (text: string) => void;
  onLeave?: () => void;
};

/** Writing a note. What was typed stays until it is saved. */
export function NoteForm({ label, action, text = '', saving, error, onSave, onLeave }: Props) {
  const words = all.notes;
  const [written, setWritten] = useState(text);
  useLeaveGuard(written !== text && written.trim() !== '' && !saving);
  const left = NOTE_MOST - written.length;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave(written);
      }}
    >
      <Textarea
        label={label}
        dir="auto"
        autosize
        minRows={2}
        maxRows={12}
        maxLength={NOTE_MOST}
        value={written}
        description={left < TOLD_FROM ? words.left(left) : undefined}
        data-autofocus={onLeave ? true : undefined}
        onChange={(event) => setWritten(event.currentTarget.value)}
      />
      <ButtonRow>
        <Button
          type="submit"
          variant="default"
          size="compact-sm"
          loading={saving}
          disabled={written.trim() === ''}
        >
          {action}
        </Button>
        {onLeave && (
          <Button variant="default" size="compact-sm" onClick={onLeave}>
            {words.leave}
          </Button>
        )}
      </ButtonRow>
      {error ? <ErrorNotice error={error} what={words.notSaved} /> : null}
    </form>
  );
}
