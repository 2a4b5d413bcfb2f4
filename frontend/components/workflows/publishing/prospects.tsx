import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { FaultOut } from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';
import { FaultList } from '../parts/fault-list';
import { faultsOf } from '../parts/faults-of';
import { Difference } from '../parts/difference';
import { Meaning } from './meaning';
import type { Prospect } from './use-publishing';
import { words } from './words';
import styles from './publishing.module.css';

type Props = {
  prospect: Prospect;
  publishing: { isPending: boolean; error: ApiError | null };
  said: ((fault: FaultOut) => string) | undefined;
  onPublish: (note: string) => void;
  onClose: () => void;
};

/** What changes, what that means for whom, and the way to do it. */
export function Prospects({ prospect, publishing, said, onPublish, onClose }: Props) {
  const { workflow, difference, live } = prospect;
  const [note, setNote] = useState('');
  const refused = faultsOf(publishing.error);
  const faults = refused.length > 0 ? refused : prospect.faults;
  return (
    <div className={styles.body}>
      {faults.length > 0 && (
        <FaultList
          what={words.faults(faults.length)}
          faults={faults}
          definition={prospect.draft.definition}
          said={said}
          editable={workflow.slug}
          onGo={onClose}
        />
      )}
      <h3>{words.changes}</h3>
      {difference ? (
        <Difference difference={difference} />
      ) : (
        <p>{live ? words.unread : words.first}</p>
      )}
      <h3>{words.means}</h3>
      <Meaning prospect={prospect} />
      <Textarea
        label={words.why}
        description={words.whyHint}
        dir="auto"
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {publishing.error && refused.length === 0 && (
        <ErrorNotice error={publishing.error} what={words.notPublished} />
      )}
      <ButtonRow>
        <Button
          loading={publishing.isPending}
          disabled={prospect.faults.length > 0}
          onClick={() => onPublish(note.trim())}
        >
          {words.do}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.leave}
        </Button>
      </ButtonRow>
    </div>
  );
}
