import { CopyButton } from '../parts/copy-button';
import styles from './share.module.css';

type Props = { text: string; label: string; copy: string };

/** A text to take along. It scrolls inside its box, by keyboard too. */
export function Snippet({ text, label, copy }: Props) {
  return (
    <div className={styles.taken}>
      <pre className={styles.snippet} tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
      <CopyButton key={text} value={text} label={copy} />
    </div>
  );
}
