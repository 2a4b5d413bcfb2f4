import { useShallow } from 'zustand/react/shallow';
import { useEditor } from '../store/context';
import { paneOf, type Place } from '../store/place';
import styles from './panes.module.css';

/** What the document says about a part and no control shows: it is kept, and said. */
export function UnknownKeys({ at }: { at: Place }) {
  const faults = useEditor(
    useShallow((state) =>
      state.faults.filter(({ field, isUnknown }) => isUnknown && paneOf(field) === paneOf(at)),
    ),
  );
  return faults.map(({ field, message }) => (
    <p key={field} className={styles.unknown} data-place={field} tabIndex={-1}>
      {message}
    </p>
  ));
}
