import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { FormOut } from '@/lib/api/model';
import { useOrigin } from '../hooks/use-origin';
import { controlsOf, fillableIn, labelOf, queryOf, type Answers } from './fillable';
import { FilledQuestion } from './filled-question';
import { Snippet } from './snippet';
import { useOpenForm } from './use-sharing';
import { words as all } from './words';
import styles from './share.module.css';

type Props = { address: string; query: string; onQuery: (query: string) => void };

/** A link that brings answers along. */
export function FilledLink({ address, ...props }: Props) {
  const { data, error, isPending, refetch } = useOpenForm(address);
  if (isPending) return <Skeleton width="24rem" height="4rem" />;
  if (!data)
    return <ErrorNotice error={error} what={all.link.failed} onRetry={() => void refetch()} />;
  return <Builder form={data} address={address} {...props} />;
}

function Builder({ form, address, query, onQuery }: Props & { form: FormOut }) {
  const words = all.link;
  const origin = useOrigin();
  const [chosen, setChosen] = useState<string[]>([]);
  const [answers, setAnswers] = useState<Answers>({});
  const [tongue, setTongue] = useState('');
  const start = `${origin}/f/${address}`;
  const fillable = fillableIn(form);
  const left = fillable.filter(({ key }) => !chosen.includes(key));
  const say = (next: Answers, inLanguage = tongue) => {
    setAnswers(next);
    setTongue(inLanguage);
    onQuery(queryOf(next, inLanguage));
  };
  const leaveOut = (key: string, names: string[]) => {
    setChosen(chosen.filter((each) => each !== key));
    say(Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name))));
  };
  if (fillable.length === 0) return <p>{words.none}</p>;
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>{words.text}</p>
      {chosen.flatMap((key) => {
        const question = fillable.find((each) => each.key === key);
        if (!question) return [];
        const controls = controlsOf(question, form.language);
        return [
          <FilledQuestion
            key={key}
            label={labelOf(question)}
            controls={controls}
            answers={answers}
            onAnswer={(name, values) => say({ ...answers, [name]: values })}
            onRemove={() =>
              leaveOut(
                key,
                controls.map(({ name }) => name),
              )
            }
          />,
        ];
      })}
      {left.length > 0 ? (
        <NativeSelect
          label={words.add}
          value=""
          data={[
            { value: '', label: words.choose },
            ...left.map((each) => ({ value: each.key, label: labelOf(each) })),
          ]}
          onChange={({ currentTarget: { value } }) => value && setChosen([...chosen, value])}
        />
      ) : (
        <p className={styles.quiet}>{words.all}</p>
      )}
      {form.languages.length > 1 && (
        <NativeSelect
          label={words.language}
          value={tongue}
          data={[
            { value: '', label: words.visitors },
            ...form.languages.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={({ currentTarget: { value } }) => say(answers, value)}
        />
      )}
      <Snippet text={start + (query && `?${query}`)} label={words.label} copy={words.copy} />
    </div>
  );
}
