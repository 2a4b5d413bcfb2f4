import { useEffect, useRef, type ReactNode } from 'react';
import { useEditor } from '../../store/context';
import { isWithin, type Place } from '../../store/place';
import styles from './fields.module.css';

type Props = { label: string; /** What it edits. */ places: Place[]; children: ReactNode };

/** What few need, behind one line. It opens when something in it is wrong. */
export function More({ label, places, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const faulty = useEditor(({ faults }) =>
    faults.some(({ field }) => places.some((place) => isWithin(field, place))),
  );
  useEffect(() => {
    if (faulty && details.current) details.current.open = true;
  }, [faulty]);
  return (
    <details ref={details} className={styles.more}>
      <summary>{label}</summary>
      <div className={styles.fields}>{children}</div>
    </details>
  );
}
