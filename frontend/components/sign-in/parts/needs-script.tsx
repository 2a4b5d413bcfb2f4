import { words } from '../words';
import styles from './needs-script.module.css';

/** Shown by styles alone, in browsers that run no script. */
export function NeedsScript() {
  return <p className={styles.note}>{words.needsScript}</p>;
}
