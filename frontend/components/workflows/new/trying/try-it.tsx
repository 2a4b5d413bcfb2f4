import { Button } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Foreseen } from '@/components/ui/foreseen/foreseen';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import type { ConnectionOut, TemplateDetailOut, TemplateFillIn } from '@/lib/api/model';
import { useTrying } from '../../hooks/use-making';
import type { Setup } from '../../hooks/use-setup';
import { FaultList } from '../../parts/fault-list';
import { words as all } from '../../words';
import { refusedAt } from '../setup/refused-at';
import { Answers } from './answers';
import { answersOf, textsOf } from './sample-texts';
import styles from './try-it.module.css';

type Props = {
  template: TemplateDetailOut;
  connections: ConnectionOut[];
  form: UseFormReturnType<Setup>;
  body: () => TemplateFillIn;
};

/** What these answers would send, with nothing sent. */
export function TryIt({ template, connections, form, body }: Props) {
  const words = all.new.trying;
  const trying = useTrying(template.id);
  const [tried, setTried] = useState(false);
  const [texts, setTexts] = useState(() => textsOf(template.sample));
  const { answers, wrong } = answersOf(texts, template.sample);
  const refused = { ...refusedAnswers(trying.error?.problem.errors ?? []), ...wrong };
  const isElsewhere = trying.error && !refusedAt(trying.error) && Object.keys(refused).length === 0;
  const run = () => {
    setTried(true);
    if (form.validate().hasErrors || Object.keys(wrong).length > 0) return;
    trying.mutate(
      { body: body(), answers },
      { onError: (error) => form.setErrors(refusedAt(error) ?? {}) },
    );
  };
  const { faults = [], preview = null } = trying.data ?? {};
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      <details className={styles.answers}>
        <summary>{words.answers}</summary>
        <Answers
          questions={template.questions}
          texts={texts}
          refused={refused}
          onChange={setTexts}
        />
      </details>
      <Button
        className={styles.run ?? ''}
        variant="default"
        loading={trying.isPending}
        onClick={run}
      >
        {words.show}
      </Button>
      {tried && Object.keys(form.errors).length > 0 && (
        <p className={styles.above}>{words.above}</p>
      )}
      {Object.keys(refused).length > 0 && <p className={styles.above}>{words.refused}</p>}
      {faults.length > 0 && (
        <FaultList faults={faults} what={all.new.finish.faults(faults.length)} />
      )}
      {isElsewhere && <ErrorNotice error={trying.error} what={words.failed} onRetry={run} />}
      {preview && <Foreseen preview={preview} connections={connections} />}
      <LiveRegion text={preview ? words.done : ''} />
    </>
  );
}

function refusedAnswers(errors: { field: string; message: string }[]): Record<string, string> {
  const ofAnswers = errors.flatMap(({ field, message }) => {
    const key = /^data\.([^.]+)/.exec(field)?.[1];
    return key ? [[key, message] as const] : [];
  });
  return Object.fromEntries(ofAnswers);
}
