import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { Decision, StepRunOut } from '@/lib/api/model';
import { Phrase } from '@/components/ui/phrase/phrase';
import { useOperate } from '../../hooks/use-operate';
import { words as all } from '../../words';
import styles from './actions.module.css';

const words = all.resolve;

type Props = { step: StepRunOut; reference: string; submissionId: string };

/** The send may or may not have arrived: look at the destination, then decide. */
export function ResolveUnknown({ step, reference, submissionId }: Props) {
  const { resolve } = useOperate(submissionId);
  const [record, setRecord] = useState('');
  const decide = (decision: Decision) =>
    resolve.mutate({ stepRunId: step.id, data: { decision, record: record.trim(), note: '' } });
  return (
    <section className={styles.resolve} aria-label={words.label(step.title)}>
      <p>
        <Phrase
          text={words.look(step.system)}
          parts={{ reference: <code>{`${reference}-${step.position}`}</code> }}
        />
      </p>
      <TextInput
        label={words.number(step.system)}
        value={record}
        maxLength={200}
        onChange={(event) => setRecord(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button size="compact-sm" disabled={resolve.isPending} onClick={() => decide('delivered')}>
          {words.arrived}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={resolve.isPending}
          onClick={() => decide('resend')}
        >
          {words.resend}
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={resolve.isPending}
          onClick={() => decide('give_up')}
        >
          {words.giveUp}
        </Button>
      </div>
      {resolve.error && <ErrorNotice error={resolve.error} what={all.notDone} />}
    </section>
  );
}
