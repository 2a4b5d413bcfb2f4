import type { Place } from '../../store/place';
import { NumberPart } from '../fields/parts';
import { useOwnFaultText } from '../fields/use-part';
import { WordsField } from '../fields/words-field';
import { QuestionList } from '../list/question-list';
import { words as all } from '../words';
import styles from '../fields/fields.module.css';

/** How many rows a group has, and the questions in each of them. */
export function GroupSettings({ place }: { place: Place }) {
  const words = all.group;
  const fault = useOwnFaultText(`${place}.fields`);
  return (
    <>
      <div className={styles.languages}>
        <NumberPart place={`${place}.minimum`} label={words.fewest} placeholder="0" />
        <NumberPart place={`${place}.maximum`} label={words.most} placeholder="50" />
      </div>
      <WordsField place={`${place}.row_label`} label={words.row} description={words.rowHint} />
      <div>
        <h3 className={styles.heading}>{words.questions}</h3>
        {fault && <p className={styles.fault}>{fault}</p>}
        <QuestionList scope={`${place}.fields`} label={words.questions} />
      </div>
    </>
  );
}
