import { TextInput } from '@mantine/core';
import { useFaultText, usePart } from '../fields/use-part';
import { words as all } from '../words';
import styles from './settings.module.css';

const PLACE = 'form.look.accent';
const COLOUR = /^#[0-9a-f]{6}$/i;
const NORMALLY = '#1d4fc4';

/** The colour of buttons, picked or written. */
export function AccentPart() {
  const words = all.form;
  const [accent, write] = usePart<string | null>(PLACE);
  return (
    <div className={styles.accent}>
      <TextInput
        label={words.accent}
        description={words.accentHint}
        placeholder={NORMALLY}
        data-place={PLACE}
        value={accent ?? ''}
        error={useFaultText(PLACE)}
        onChange={(event) => write(event.currentTarget.value || undefined)}
      />
      <input
        type="color"
        className={styles.colour}
        aria-label={words.pick}
        value={accent && COLOUR.test(accent) ? accent : NORMALLY}
        onChange={(event) => write(event.currentTarget.value)}
      />
    </div>
  );
}
