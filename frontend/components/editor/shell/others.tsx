import { useOthers } from '../keeping/use-others';
import { words as all } from '../words';
import styles from './toolbar.module.css';

/** Who else has it open. */
export function Others() {
  const words = all.others;
  const { names, isYou } = useOthers();
  if (names.length === 0 && !isYou) return null;
  return (
    <p className={styles.others}>
      {isYou && words.you} {names.length > 0 && words.also(names.join(', '))}
    </p>
  );
}
