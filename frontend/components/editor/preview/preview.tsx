import { memo } from 'react';
import { Foreseen } from '@/components/ui/foreseen/foreseen';
import { useEditor } from '../store/context';
import { useSystems } from '../steps/hooks/use-systems';
import { words as all } from '../words';
import { SampleAnswers } from './sample';
import styles from './preview.module.css';

/** The exact requests that these answers would cause, as the draft is now. */
export const Preview = memo(function Preview() {
  const words = all.preview;
  const preview = useEditor((state) => state.preview);
  const trouble = useEditor((state) => state.previewTrouble);
  const { connections } = useSystems();
  const ofAnswers = trouble.filter(({ field }) => field.startsWith('data'));
  return (
    <section className={styles.preview} aria-label={words.title}>
      <p className={styles.quiet}>{words.lead}</p>
      <SampleAnswers />
      {ofAnswers.length > 0 && (
        <div className={styles.refused} role="status">
          <p>{words.refused}</p>
          <ul>
            {ofAnswers.map(({ field, message }) => (
              <li key={field}>
                <strong>{field.replace(/^data\./, '')}</strong> {message}
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
    </section>
  );
});
