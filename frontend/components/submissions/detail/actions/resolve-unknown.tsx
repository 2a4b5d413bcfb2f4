import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { Decision, StepRunOut } from '@/lib/api/model';
import { useMay } from '../hooks/use-may';
import { useOperate } from '../hooks/use-operate';
import { words as all } from '../words';
import { Action } from './action';
import styles from './actions.module.css';

type Props = { step: StepRunOut; reference: string; submissionId: string };

/** The send may or may not have arrived: look at the destination, then decide. */
export function ResolveUnknown({ step, reference, submissionId }: Props) {
  const words = all.resolve;
  const may = useMay('submissions:operate');
  const { resolve } = useOperate(submissionId);
  const [record, setRecord] = useState('');
  const [note, setNote] = useState('');
  const asked = resolve.variables?.data.decision;
  const decide = (decision: Decision) =>
    resolve.mutate({
      stepRunId: step.id,
      data: { decision, record: record.trim(), note: note.trim() },
    });
  const action = (decision: Decision, name: string, hint: string) => (
    <Action
      name={name}
      hint={hint}
      loading={resolve.isPending && asked === decision}
      onClick={() => decide(decision)}
    />
  );
  return (
    <section className={styles.resolve} aria-label={words.label(step.title)}>
      <p>
        <Phrase
          text={words.look(step.system)}
          parts={{ reference: <code>{`${reference}-${step.position}`}</code> }}
        />
      </p>
      {may === false && <p className={styles.readOnly}>{words.notAllowed}</p>}
      {may && (
        <>
          <TextInput
            label={words.number(step.system)}
            value={record}
            maxLength={200}
            onChange={(event) => setRecord(event.currentTarget.value)}
          />
          <TextInput
            label={words.note}
            value={note}
            maxLength={500}
            dir="auto"
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          <ul className={styles.actions}>
            {action('delivered', words.arrived, words.arrivedHint)}
            {action('resend', words.resend, words.resendHint)}
            {action('give_up', words.giveUp, words.giveUpHint)}
          </ul>
        </>
      )}
      {resolve.error && <ErrorNotice error={resolve.error} what={all.notDone} />}
    </section>
  );
}
