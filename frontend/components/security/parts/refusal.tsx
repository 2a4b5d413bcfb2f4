import styles from './refusal.module.css';

/** Why something was not done, read out at once. */
export function Refusal({ children }: { children: string }) {
  return (
    <p className={styles.refusal} role="alert">
      {children}
    </p>
  );
}
