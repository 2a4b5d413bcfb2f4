import { Button, Textarea } from '@mantine/core';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useChecking, useDrafting } from '../hooks/use-making';
import { FaultList } from '../parts/fault-list';
import { faultsOf } from '../parts/faults-of';
import { words as all } from '../words';
import styles from './pasted.module.css';

/** A definition that somebody wrote, checked as publishing does, and kept as a draft. */
export function Pasted() {
  const words = all.new.pasted;
  const router = useRouter();
  const [text, setText] = useState('');
  const checking = useChecking();
  const drafting = useDrafting();
  useLeaveGuard(text.trim() !== '' && !drafting.isPending && !drafting.isSuccess);
  const faults = checking.data?.faults ?? [];
  const error = drafting.error ?? checking.error;
  const refused = faultsOf(error);
  const changed = (next: string) => {
    setText(next);
    checking.reset();
    drafting.reset();
  };
  const save = () =>
    drafting.mutate(text, {
      onSuccess: ({ workflow }) => void router.push(`/workflows/${workflow}/edit`),
    });
  return (
    <div className={styles.pasted}>
      <h1>{words.title}</h1>
      <p className={styles.lead}>{words.lead}</p>
      <Textarea
        label={words.label}
        classNames={{ input: styles.text ?? '' }}
        rows={18}
        spellCheck={false}
        autoCapitalize="none"
        value={text}
        onChange={(event) => changed(event.currentTarget.value)}
      />
      <DoneNote text={checking.data?.ok ? words.fine : ''} />
      {faults.length > 0 && (
        <FaultList faults={faults} what={words.faults(faults.length)} text={text} />
      )}
      {error && refused.length > 0 && (
        <FaultList faults={refused} what={error.problem.detail} text={text} />
      )}
      {error && refused.length === 0 && <ErrorNotice error={error} what={words.failed} />}
      <ButtonRow>
        <Button
          variant="default"
          disabled={text.trim() === ''}
          loading={checking.isPending}
          onClick={() => checking.mutate(text)}
        >
          {words.check}
        </Button>
        <Button disabled={text.trim() === ''} loading={drafting.isPending} onClick={save}>
          {words.save}
        </Button>
      </ButtonRow>
    </div>
  );
}
