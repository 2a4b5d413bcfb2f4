import { useContext, useId } from 'react';
import type { DifferenceOut } from '@/lib/api/model';
import { words as all } from '../words';
import { Telling } from './telling';
import styles from './difference.module.css';

/** What differs between two states of a workflow: in sentences, and as text. */
export function Difference({ difference }: { difference: DifferenceOut }) {
  const words = all.detail.changes;
  const { changes, text } = difference;
  const tell = useContext(Telling);
  return (
    <>
      {changes.length === 0 ? (
        <p className={styles.none}>{words.none}</p>
      ) : (
        <ul className={styles.changes} aria-label={words.label} tabIndex={0}>
          {tell(difference)}
        </ul>
      )}
      {text && <AsText text={text} />}
    </>
  );
}

/** A unified diff. What a line is shows by its sign, and by its colour beside that. */
function AsText({ text }: { text: string }) {
  const words = all.detail.changes;
  const id = useId();
  return (
    <details className={styles.text}>
      <summary id={id}>{words.asText}</summary>
      <pre tabIndex={0} role="region" aria-labelledby={id}>
        {text.split('\n').map((line, index) => (
          <span key={index} data-sign={signOf(line)}>
            {line}
            {'\n'}
          </span>
        ))}
      </pre>
    </details>
  );
}

function signOf(line: string): 'added' | 'removed' | 'place' | undefined {
  if (/^(@@|\+\+\+ |--- )/.test(line)) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : undefined;
}
