import { memo } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { useEditor, useEditorStore, useSettled } from '../store/context';
import type { Place } from '../store/place';
import { words as all } from '../words';
import { useSystems } from '../steps/hooks/use-systems';
import { goTo } from './go-to';
import { placeName } from './place-name';
import styles from './problems.module.css';

/** What keeps the draft from being published, each with the way to its place. */
export const Problems = memo(function Problems() {
  const words = all.problems;
  const store = useEditorStore();
  const faults = useEditor((state) => state.faults);
  // While the document cannot be read, its parts have no names.
  const isReadable = useEditor(({ history }) => history.now.definition !== null);
  const isChecked = useEditor((state) => state.checked !== null);
  if (!isChecked) return <p className={styles.fine}>{words.checking}</p>;
  const told = faults.length === 0 ? words.none : words.some(faults.length);
  if (faults.length === 0)
    return (
      <>
        <p className={styles.fine}>{words.none}</p>
        <LiveRegion text={told} />
      </>
    );
  return (
    <details className={styles.problems}>
      <summary>{told}</summary>
      <ul>
        {faults.map(({ field, message, line }, index) => (
          <li key={index}>
            <button type="button" onClick={() => goTo(store, field, line)}>
              <span>{message}</span>
              <span className={styles.place}>
                {isReadable ? <PlaceName place={field} /> : field}
                {line !== null && ` · ${words.line(line)}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <LiveRegion text={told} />
    </details>
  );
});

/** By itself: the names of questions and steps change while they are typed. */
function PlaceName({ place }: { place: Place }) {
  const { actionOf } = useSystems();
  return useSettled((draft) => placeName(draft, place, actionOf));
}
