import { Button } from '@mantine/core';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { ConnectionOut } from '@/lib/api/model';
import { useAllowed } from '../hooks/use-allowed';
import { useChanges } from '../hooks/use-changes';
import { useConnector } from '../hooks/use-connectors';
import { TrialPending, TrialResult } from '../parts/trial-result';
import { words as all } from '../words';
import { PauseDialog } from './pause-dialog';
import { RotateDialog } from './rotate-dialog';
import styles from './change.module.css';

type Props = { connection: ConnectionOut; onDone: (what: string) => void };

/** Test, pause, resume; and for a refused sign-in first what repairs it. */
export function Operations({ connection, onDone }: Props) {
  const words = all.detail;
  const { known, operates, manages } = useAllowed();
  const { connector } = useConnector(connection.connector);
  const { test, resume } = useChanges(connection);
  const [open, setOpen] = useState<'pause' | 'rotate' | null>(null);
  const { slug, name, health, gate } = connection;
  const closed = gate.paused_at !== null || health.state === 'broken' || health.state === 'cooling';
  const refused = health.state === 'refused' || connection.test_problem === 'wrong_credentials';
  if (!known) return null;
  if (!operates) return <p className={styles.may}>{all.may.nothing}</p>;
  const goOn = () =>
    resume.mutate({ connection: slug }, { onSuccess: () => onDone(all.done.resumed(name)) });
  return (
    <div className={styles.operations}>
      <ButtonRow>
        {manages && refused && connector && (
          <Button onClick={() => setOpen('rotate')}>{words.correct}</Button>
        )}
        <Button
          variant="default"
          loading={test.isPending}
          onClick={() => test.mutate({ connection: slug })}
        >
          {words.test}
        </Button>
        {closed && (
          <Button variant="default" loading={resume.isPending} onClick={goOn}>
            {words.resume}
          </Button>
        )}
        {gate.paused_at === null && (
          <Button variant="default" onClick={() => setOpen('pause')}>
            {words.pause}
          </Button>
        )}
      </ButtonRow>
      {!manages && <p className={styles.may}>{all.may.manage}</p>}
      {test.isPending && <TrialPending system={connector?.title ?? name} />}
      {test.data && !test.isPending && <TrialResult result={test.data} />}
      {test.error && <ErrorNotice error={test.error} what={words.testFailed} />}
      {resume.error && <ErrorNotice error={resume.error} what={words.actionFailed} />}
      {open === 'pause' && (
        <PagePart what={words.pause}>
          <PauseDialog connection={connection} onClose={() => setOpen(null)} onDone={onDone} />
        </PagePart>
      )}
      {open === 'rotate' && connector && (
        <PagePart what={words.correct}>
          <RotateDialog {...{ connection, connector, onDone }} onClose={() => setOpen(null)} />
        </PagePart>
      )}
    </div>
  );
}
