import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { BulkKind, BulkPreviewIn, BulkPreviewOut } from '@/lib/api/model';
import { followWork } from '@/lib/hooks/work/use-background-work';
import type { Selection } from '../../list/selection';
import { filterOf } from '../chosen';
import { useBulkPreview, useBulkStart } from '../hooks/use-bulk';
import { words } from '../words';
import { NOTHING_SAID, askedOf, type Said } from './asked';
import { CorrectPart } from './correct-part';
import { NewestPart } from './newest-part';
import { PacePart, USUAL_PACE } from './pace-part';
import { PreviewPart } from './preview-part';
import { ResolvePart } from './resolve-part';
import styles from './bulk-dialog.module.css';

const SETTLE = 500;

type Props = {
  kind: BulkKind;
  selection: Selection;
  onClose: () => void;
  onStarted: () => void;
};

/** Asks what is missing, shows what the action would do, and starts exactly that. */
export function BulkDialog({ kind, selection, onClose, onStarted }: Props) {
  const router = useRouter();
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const [rate, setRate] = useState(USUAL_PACE);
  const wanted = JSON.stringify(askedOf(kind, filterOf(selection), said));
  const [settled] = useDebouncedValue(wanted, SETTLE);
  const asked = isTyped(kind) ? settled : wanted;
  const preview = useBulkPreview(JSON.parse(asked) as BulkPreviewIn | null);
  const start = useBulkStart();
  const found = asked === wanted ? preview.data : undefined;
  const say = (more: Partial<Said>) => setSaid((before) => ({ ...before, ...more }));

  function begin({ id }: BulkPreviewOut) {
    if (id === null) return;
    start.mutate(
      { bulkId: id, data: { rate_per_second: rate } },
      {
        onSuccess: (bulk) => {
          const href = `/submissions/bulk/${bulk.id}`;
          const what = words.dialog.start(kind, bulk.total);
          followWork({ address: `/api/v1/bulk-actions/${bulk.id}`, what, href });
          onClose();
          onStarted();
          void router.push(href);
        },
      },
    );
  }

  return (
    <Dialog title={words.kinds[kind]} onClose={onClose}>
      <div className={styles.parts}>
        <p>{words.dialog.meaning[kind]}</p>
        {kind === 'correct' && (
          <CorrectPart filter={filterOf(selection)} said={said} onChange={say} />
        )}
        {kind === 'resolve' && <ResolvePart said={said} onChange={say} />}
        {(kind === 'resume' || kind === 'correct') && (
          <NewestPart newest={said.newest} onChange={(newest) => say({ newest })} />
        )}
        {wanted !== 'null' && (
          <Looked kind={kind} preview={preview} found={found} rate={rate} onRate={setRate} />
        )}
        {start.error && <ErrorNotice error={start.error} what={words.dialog.notStarted} />}
        <ButtonRow>
          <StartButton kind={kind} found={found} loading={start.isPending} onStart={begin} />
          <Button variant="default" onClick={onClose}>
            {words.dialog.leave}
          </Button>
        </ButtonRow>
      </div>
    </Dialog>
  );
}

/** Whether what is asked is typed letter by letter, and is looked at when that pauses. */
const isTyped = (kind: BulkKind) => kind === 'correct' || kind === 'resolve';

type LookedProps = {
  kind: BulkKind;
  preview: ReturnType<typeof useBulkPreview>;
  found: BulkPreviewOut | undefined;
  rate: number;
  onRate: (rate: number) => void;
};

function Looked({ kind, preview, found, rate, onRate }: LookedProps) {
  if (preview.error) {
    const retry = () => void preview.refetch();
    return <ErrorNotice error={preview.error} what={words.dialog.failed} onRetry={retry} />;
  }
  if (!found) {
    return (
      <p role="status" className={styles.looking}>
        {words.dialog.looking}
      </p>
    );
  }
  return (
    <>
      <PreviewPart kind={kind} preview={found} rate={rate} />
      {found.id !== null && found.submissions > 1 && <PacePart rate={rate} onChange={onRate} />}
    </>
  );
}

type StartProps = {
  kind: BulkKind;
  found: BulkPreviewOut | undefined;
  loading: boolean;
  onStart: (found: BulkPreviewOut) => void;
};

function StartButton({ kind, found, loading, onStart }: StartProps) {
  const ready = found !== undefined && found.id !== null;
  const label = ready ? words.dialog.start(kind, found.submissions) : words.kinds[kind];
  const begin = () => ready && onStart(found);
  if (kind === 'cancel') {
    return (
      <DangerButton disabled={!ready} loading={loading} onClick={begin}>
        {label}
      </DangerButton>
    );
  }
  return (
    <Button disabled={!ready} loading={loading} onClick={begin}>
      {label}
    </Button>
  );
}
