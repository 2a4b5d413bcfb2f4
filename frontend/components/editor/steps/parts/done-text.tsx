import { Button } from '@mantine/core';
import { useRef } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { ChipText } from '../../mapping/text/chip-text';
import type { Inserting } from '../../mapping/text/template-editor';
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
  const editor = useRef<Inserting>(null);
  return (
    <div className={styles.stack}>
      <ChipText
        handle={editor}
        {...{ place, label, fault, nameOf }}
        description={words.doneHint}
        lang={language}
        multiline
        value={text}
        onChange={write}
      />
      <ButtonRow>
        <span className={styles.quiet}>{words.insert}</span>
        {NAMED.map((name) => (
          <Button
            key={name}
            size="compact-sm"
            variant="default"
            aria-label={words.insertInto(words.named[name], label)}
            onClick={() => editor.current?.insert(`\${{ ${name} }}`)}
          >
            {words.named[name]}
          </Button>
        ))}
      </ButtonRow>
    </div>
  );
}

function nameOf(expression: string): string {
  const name = NAMED.find((each) => each === expression.trim());
  return name ? all.people.named[name] : all.people.another;
}
