import styles from './skeleton.module.css';

/** A still placeholder with the size of the text that will replace it. */
export function Skeleton({ width, height = '1em' }: { width: string; height?: string }) {
  return <span className={styles.bone} style={{ width, height }} aria-hidden="true" />;
}
