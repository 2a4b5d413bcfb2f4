import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { Decision, StepRunOut } from '@/lib/api/model';
import { useOperate } from '@/lib/hooks/use-operate';
import styles from './detail.module.css';

type Props = { step: StepRunOut; reference: string; submissionId: string };

/** The send may or may not have arrived: look at the destination, then decide. */
export function ResolveUnknown({ step, reference, submissionId }: Props) {
  const { resolve } = useOperate(submissionId);
  const [record, setRecord] = useState('');
  const decide = (decision: Decision) =>
    resolve.mutate({ stepRunId: step.id, data: { decision, record: record.trim(), note: '' } });
  return (
    <section className={styles.resolve} aria-label={`Decide about ${step.title}`}>
      <p>
        Look in {step.system} for <code>{`${reference}-${step.position}`}</code>. The attempts below
        show what was sent.
      </p>
      <TextInput
        label={`Number in ${step.system}, if it is there`}
        value={record}
        maxLength={200}
        onChange={(event) => setRecord(event.currentTarget.value)}
      />
      <div className={styles.actions}>
        <Button size="compact-sm" disabled={resolve.isPending} onClick={() => decide('delivered')}>
          It arrived
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={resolve.isPending}
          onClick={() => decide('resend')}
        >
          It did not: send again
        </Button>
        <Button
          variant="default"
          size="compact-sm"
          disabled={resolve.isPending}
          onClick={() => decide('give_up')}
        >
          Give up
        </Button>
      </div>
      {resolve.error && <ErrorNotice error={resolve.error} what="That was not done" />}
    </section>
  );
}
