import { Link } from '@/components/ui/link/link';
import type { FaultOut } from '@/lib/api/model';
import { faultWords } from '@/lib/words/catalogues/faults';
import { words as all } from '../words';
import styles from './fault-list.module.css';

type Props = {
  faults: FaultOut[];
  what: string;
  /** The document in which they are, to show the lines. */
  text?: string;
  /** The workflow in whose editor they can be mended. */
  editable?: string;
  /** Somebody goes there. */
  onGo?: () => void;
};

/** What the publish check found, each with its place. */
export function FaultList({ faults, what, text, editable, onGo }: Props) {
  const words = all.faults;
  const lines = text?.split('\n') ?? [];
  return (
    <div className={styles.faults} role="alert">
      <p className={styles.what}>{what}</p>
      <ul>
        {faults.map(({ field, line, ...fault }, index) => (
          <li key={index}>
            {field && <code>{field}</code>}
            <span>{words.sentence(faultWords({ field, line, ...fault }))}</span>
            {line !== null && <span className={styles.line}>{words.line(line)}</span>}
            {editable && field && (
              <Link
                href={{ pathname: `/workflows/${editable}/edit`, query: { at: field } }}
                {...(onGo && { onClick: onGo })}
              >
                {words.go}
              </Link>
            )}
            {line !== null && lines[line - 1]?.trim() && (
              <pre className={styles.text}>{lines[line - 1]}</pre>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
