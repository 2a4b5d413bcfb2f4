import styles from './payload.module.css';

/** A payload as it was sent or received, indented. Scrolls inside its box, by keyboard too. */
export function Payload({ value, label }: { value: unknown; label: string }) {
  return (
    <pre className={styles.payload} tabIndex={0} aria-label={label}>
      {typeof value === 'string' ? value : JSON.stringify(value, null, 2)}
    </pre>
  );
}
