import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { useStepText } from '../hooks/use-step-text';
import { words as all } from '../words';
import styles from './parts.module.css';

type Props = { step: string; language: string; label: string };

/** What is known of a step that is done, as its text names it. */
const NAMED = ['system', 'record', 'subject'] as const;

/** What is read when the step is done. */
export function DoneText({ step, language, label }: Props) {
  const words = all.people;
  const { text, write, place, fault } = useStepText(step, 'done', language);
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (name: string) => {
    const element = area.current;
    if (!element) return;
    const { selectionStart: start, selectionEnd: end } = element;
    const named = `\${{ ${name} }}`;
    write(text.slice(0, start) + named + text.slice(end));
    element.focus();
    requestAnimationFrame(() =>
      element.setSelectionRange(start + named.length, start + named.length),
    );
  };
  return (
    <div className={styles.stack}>
      <Textarea
        ref={area}
        label={label}
        description={words.doneHint}
        lang={language}
        dir="auto"
        rows={2}
        maxLength={500}
        data-place={place}
        error={fault}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <ButtonRow>
        <span className={styles.quiet}>{words.insert}</span>
        {NAMED.map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            aria-label={words.insertInto(words.named[name], label)}
            onClick={() => insert(name)}
          >
            {words.named[name]}
          </Button>
        ))}
      </ButtonRow>
    </div>
  );
}
