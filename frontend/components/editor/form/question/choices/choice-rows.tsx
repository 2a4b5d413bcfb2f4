import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Place } from '../../../store/place';
import { CommittedText } from '../../fields/committed-text';
import { focusPlace } from '../../fields/focus-place';
import { More } from '../../fields/more';
import { useFaultText, useOwnFaultText, usePart } from '../../fields/use-part';
import { WordsField } from '../../fields/words-field';
import { words as all } from '../../words';
import { useChoices } from './use-choices';
import styles from '../../fields/fields.module.css';

/** The choices one below the other. */
export function ChoiceRows({ place }: { place: Place }) {
  const words = all.choices;
  const choices = useChoices(place);
  const fault = useOwnFaultText(place);
  const rows = Array.from({ length: choices.count }, (_, at) => at);
  function add() {
    choices.add();
    requestAnimationFrame(() => focusPlace(`${place}.${choices.count}.label`));
  }
  return (
    <>
      <div role="group" aria-label={words.label}>
        <p className={styles.label}>{words.label}</p>
        {fault && <p className={styles.fault}>{fault}</p>}
        <ol className={styles.rows}>
          {rows.map((at) => (
            <li key={at} className={styles.row}>
              <WordsField
                bare
                place={`${place}.${at}.label`}
                label={words.nth(at + 1)}
                placeholder={words.nth(at + 1)}
                onLeave={() => choices.follow(at)}
              />
              <RowButtons at={at} choices={choices} />
            </li>
          ))}
        </ol>
      </div>
      <div className={styles.buttons}>
        <Button variant="default" size="compact-sm" data-place={place} onClick={add}>
          {words.add}
        </Button>
      </div>
      <More label={words.many} places={[]}>
        <ManyLines onAdd={choices.addMany} />
      </More>
      <More label={words.stored} places={rows.map((at) => `${place}.${at}.value`)}>
        <p className={styles.help}>{words.storedHint}</p>
        {rows.map((at) => (
          <StoredValue key={at} place={`${place}.${at}.value`} at={at} choices={choices} />
        ))}
      </More>
    </>
  );
}

type RowProps = { at: number; choices: ReturnType<typeof useChoices> };

function RowButtons({ at, choices }: RowProps) {
  const words = all.choices;
  return (
    <div className={styles.buttons}>
      <Button
        variant="default"
        size="compact-sm"
        disabled={at === 0}
        aria-label={words.up(at + 1)}
        onClick={() => choices.move(at, -1)}
      >
        <span aria-hidden>↑</span>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={at === choices.count - 1}
        aria-label={words.down(at + 1)}
        onClick={() => choices.move(at, 1)}
      >
        <span aria-hidden>↓</span>
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={words.remove(at + 1)}
        onClick={() => choices.remove(at)}
      >
        <span aria-hidden>×</span>
      </Button>
    </div>
  );
}

function StoredValue({ place, at, choices }: RowProps & { place: Place }) {
  const words = all.choices;
  const [value = ''] = usePart<string>(place);
  return (
    <CommittedText
      place={place}
      label={words.storedAs(at + 1)}
      value={value}
      error={useFaultText(place)}
      onCommit={(next) => (choices.store(at, next) ? undefined : words.storedTwice)}
    />
  );
}

function ManyLines({ onAdd }: { onAdd: (text: string) => void }) {
  const words = all.choices;
  const [text, setText] = useState('');
  return (
    <>
      <Textarea
        label={words.lines}
        rows={4}
        dir="auto"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          variant="default"
          size="compact-sm"
          disabled={text.trim() === ''}
          onClick={() => {
            onAdd(text);
            setText('');
          }}
        >
          {words.addLines}
        </Button>
      </div>
    </>
  );
}
