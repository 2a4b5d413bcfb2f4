import { Foreseen } from '@/components/ui/foreseen/foreseen';
import { language } from '@/lib/words/languages';
import { wordsShown } from '../model/texts';
import { useDraft, useEditor, useLanguages } from '../store/context';
import { useSystems } from '../steps/hooks/use-systems';
import { words as all } from '../words';
import { SampleAnswers } from './sample';
import styles from './preview.module.css';

/** The exact requests that these answers would cause, as the draft is now. */
export function Preview() {
  const words = all.preview;
  const preview = useEditor((state) => state.preview);
  const trouble = useEditor((state) => state.previewTrouble);
  const { connections } = useSystems();
  const isEmpty = useEditor(({ sample }) => Object.keys(sample.data).length === 0);
  const ofAnswers = isEmpty ? [] : trouble.filter(({ field }) => field.startsWith('data'));
  return (
    <div className={styles.preview}>
      <p className={styles.quiet}>{words.lead}</p>
      <SampleAnswers />
      {ofAnswers.length > 0 && (
        <div className={styles.refused} role="status">
          <p>{words.refused}</p>
          <ul>
            {ofAnswers.map(({ field, message }) => (
              <li key={field}>
                <strong dir="auto">
                  <Asked field={field} />
                </strong>{' '}
                {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {preview && trouble.length > 0 && <p className={styles.quiet}>{words.stale}</p>}
      {preview ? (
        <Foreseen preview={preview} connections={connections} />
      ) : (
        <p className={styles.quiet}>{words.waiting}</p>
      )}
    </div>
  );
}

/** What is asked at a place of the answers, in the words of the form. */
function Asked({ field }: { field: string }) {
  const languages = useLanguages();
  const keys = field.split('.').slice(1);
  const label = useDraft(({ form }) => form.fields[keys[0] ?? '']?.label);
  return wordsShown(label, language(), languages) || keys.join('.');
}
