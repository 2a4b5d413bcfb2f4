import { words } from '../words';
import styles from './warning.module.css';

/** Codes are asked for by those who phish, too. */
export function Warning() {
  return (
    <div className={styles.warning} role="note">
      <h2>{words.warning.title}</h2>
      <p>{words.warning.text}</p>
    </div>
  );
}
