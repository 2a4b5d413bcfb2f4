import { words } from './words';
import styles from './promises.module.css';

export function Promises() {
  return (
    <dl className={styles.promises}>
      {words.promises.map(({ term, text }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
