import { TextInput } from '@mantine/core';
import type { TemplateQuestionOut } from '@/lib/api/model';
import type { Texts } from './sample-texts';
import styles from './answers.module.css';

type Props = {
  questions: TemplateQuestionOut[];
  texts: Texts;
  refused: Texts;
  onChange: (texts: Texts) => void;
};

/** The sample's answers, each to be changed. */
export function Answers({ questions, texts, refused, onChange }: Props) {
  return (
    <div className={styles.answers}>
      {questions
        .filter(({ key }) => key in texts)
        .map(({ key, label }) => (
          <TextInput
            key={key}
            label={label}
            dir="auto"
            value={texts[key] ?? ''}
            error={refused[key]}
            onChange={(event) => onChange({ ...texts, [key]: event.currentTarget.value })}
          />
        ))}
    </div>
  );
}
