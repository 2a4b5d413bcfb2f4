import { Checkbox } from '@mantine/core';
import type { Place } from '../../store/place';
import { NumberPart } from '../fields/parts';
import { useFaultText, usePart } from '../fields/use-part';
import { words as all } from '../words';
import styles from '../fields/fields.module.css';

const MEGABYTE = 1024 * 1024;
const ENDINGS = 'pdf png jpeg gif webp heic docx xlsx pptx odt zip csv txt'.split(' ');
const NORMALLY = ['pdf', 'png', 'jpeg'];

/** Which files, how large and how many. */
export function FileSettings({ place }: { place: Place }) {
  const words = all.settings;
  const accept = `${place}.accept`;
  const [endings = NORMALLY, write] = usePart<string[]>(accept);
  return (
    <>
      <Checkbox.Group
        label={words.accept}
        value={endings}
        error={useFaultText(accept)}
        onChange={(chosen) => write(ENDINGS.filter((each) => chosen.includes(each)))}
      >
        <div className={styles.checks}>
          {ENDINGS.map((ending, at) => (
            <Checkbox
              key={ending}
              value={ending}
              label={ending.toUpperCase()}
              data-place={at === 0 ? accept : undefined}
            />
          ))}
        </div>
      </Checkbox.Group>
      <div className={styles.languages}>
        <NumberPart
          place={`${place}.max_bytes`}
          label={words.megabytes}
          scale={MEGABYTE}
          placeholder="10"
        />
        <NumberPart place={`${place}.max_files`} label={words.files} placeholder="1" />
      </div>
    </>
  );
}
