import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { useMaking } from '../hooks/use-making';
import { TrialPending, TrialResult } from '../parts/trial-result';
import { words as all } from '../words';
import styles from './create.module.css';

type Making = ReturnType<typeof useMaking>;
type Props = {
  system: string;
  attempt: Making['attempt'];
  create: Making['create'];
  onSave: () => void;
  onAgain: () => void;
  onChange: () => void;
};

/** What the system says, and what can be done then. */
export function Trial({ system, attempt, create, onSave, onAgain, onChange }: Props) {
  const words = all.create.trial;
  const first = useRef<HTMLButtonElement>(null);
  const done = attempt.isSuccess;
  useEffect(() => {
    if (done) first.current?.focus();
  }, [done]);
  const title = <h1>{all.create.settings.title(system)}</h1>;
  if (!attempt.data)
    return (
      <div className={styles.form}>
        {title}
        <TrialPending system={system} />
      </div>
    );
  const { ok } = attempt.data;
  return (
    <div className={styles.form}>
      {title}
      <TrialResult result={attempt.data} />
      {create.error && <ErrorNotice error={create.error} what={words.notMade} />}
      <ButtonRow>
        {ok ? (
          <Button ref={first} loading={create.isPending} onClick={onSave}>
            {words.create}
          </Button>
        ) : (
          <Button ref={first} onClick={onChange}>
            {words.change}
          </Button>
        )}
        {ok ? (
          <Button variant="default" onClick={onChange}>
            {words.change}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={onAgain}>
              {words.again}
            </Button>
            <Button variant="default" loading={create.isPending} onClick={onSave}>
              {words.anyway}
            </Button>
          </>
        )}
      </ButtonRow>
    </div>
  );
}
