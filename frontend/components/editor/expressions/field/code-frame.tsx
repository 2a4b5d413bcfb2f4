import { useId, type ReactNode } from 'react';
import type { Place } from '../../store/place';
import styles from './field.module.css';

type Props = {
  place: Place;
  label: string;
  description?: string | undefined;
  /** What is wrong with what is typed. */
  fault: string | undefined;
  /** What is typed gives, told as it is typed; left out where it gives nothing. */
  result?: ReactNode;
  /** The editor, with the attributes of the element in which people type. */
  children: (attributes: Record<string, string>) => ReactNode;
};

/** Around a place to type that is no ordinary field: its label, what it is for, what is wrong with it. */
export function CodeFrame({ place, label, description, fault, result, children }: Props) {
  const id = useId();
  const about = [
    description && `${id}-help`,
    `${id}-fault`,
    result !== undefined && `${id}-result`,
  ].filter(Boolean);
  return (
    <div className={styles.field}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      {description && (
        <p id={`${id}-help`} className={styles.help}>
          {description}
        </p>
      )}
      {children({
        'data-place': place,
        'aria-labelledby': id,
        'aria-describedby': about.join(' '),
      })}
      <p id={`${id}-fault`} className={styles.fault}>
        {fault}
      </p>
      {result !== undefined && (
        <p id={`${id}-result`} className={styles.help} role="status" dir="auto">
          {result}
        </p>
      )}
    </div>
  );
}
