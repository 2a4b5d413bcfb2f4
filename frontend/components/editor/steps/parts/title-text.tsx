import { TextInput } from '@mantine/core';
import { useStepText } from '../hooks/use-step-text';
import { words as all } from '../words';

type Props = { step: string; language: string; label: string };

/** What is read while the step is under way. */
export function TitleText({ step, language, label }: Props) {
  const { text, write, place, fault } = useStepText(step, 'title', language);
  return (
    <TextInput
      label={label}
      description={all.people.titleHint}
      lang={language}
      dir="auto"
      maxLength={200}
      data-place={place}
      error={fault}
      value={text}
      onChange={(event) => write(event.currentTarget.value)}
    />
  );
}
