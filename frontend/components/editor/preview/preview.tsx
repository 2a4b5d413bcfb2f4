import { memo } from 'react';
import type { FaultOut } from '@/lib/api/model';
import { Foreseen } from '@/components/ui/foreseen/foreseen';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { placeName } from '../problems/place-name';
import { useEditor, useSettled } from '../store/context';
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
  const isEmpty = useEditor(({ sample }) => Object.keys(sample.data).length === 0);
  const ofAnswers = isEmpty ? [] : trouble.filter(({ field }) => field.startsWith('data'));
  return (
    <div className={styles.preview}>
      <p className={styles.quiet}>{words.lead}</p>
      <SampleAnswers />
      {ofAnswers.length > 0 && (
        <div className={styles.refused} role="status">
          <p>{words.refused}</p>
          <Refused faults={ofAnswers} />
        </div>
      )}
      {preview && trouble.length > 0 && <p className={styles.quiet}>{words.stale}</p>}
      {preview && <Foreseen preview={preview} connections={connections} />}
      {!preview && ofAnswers.length === 0 && (
        <NotYet isEmpty={isEmpty} isFaulty={trouble.length > 0} />
      )}
    </div>
  );
});

/** Nothing is foreseen: for want of answers, because of what keeps it from being computed, or yet. */
function NotYet({ isEmpty, isFaulty }: { isEmpty: boolean; isFaulty: boolean }) {
  const words = all.preview;
  if (!isEmpty && !isFaulty) return <RouteSkeleton stops={3} />;
  return <p className={styles.quiet}>{isEmpty ? words.waiting : words.faulty}</p>;
}

/** By itself: the names of questions change with every key that is pressed in them. */
function Refused({ faults }: { faults: readonly FaultOut[] }) {
  const draft = useSettled((whole) => whole);
  const { actionOf } = useSystems();
  return (
    <ul>
      {faults.map(({ field, message }) => (
        <li key={field}>
          <strong>{placeName(draft, answered(field), actionOf)}</strong> {message}
        </li>
      ))}
    </ul>
  );
}

/** The question of a refused answer: `data.lines.0.quantity` answers one in each row. */
const answered = (field: string): string =>
  field.replace(/^data\./, 'form.fields.').replace(/\.\d+\./, '.fields.');
