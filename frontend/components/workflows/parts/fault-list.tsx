import { Link } from '@/components/ui/link/link';
import type { FaultOut } from '@/lib/api/model';
import { faultWords } from '@/lib/words/catalogues/faults/faults';
import { words as all } from '../words';
import { faultPlace } from './fault-place';
import styles from './fault-list.module.css';

type Props = {
  faults: FaultOut[];
  what: string;
  /** The document in which they are, to show the lines. */
  text?: string;
  /** The definition in which they are, to name its parts as people do. */
  definition?: unknown;
  /** A problem in other words than those of the check. */
  said?: ((fault: FaultOut) => string) | undefined;
  /** The workflow in whose editor they can be mended. */
  editable?: string;
  /** Somebody goes there. */
  onGo?: () => void;
};

/** What the publish check found, each with its place. */
export function FaultList({
  faults,
  what,
  text,
  definition,
  said: tell = faultWords,
  editable,
  onGo,
}: Props) {
  const words = all.faults;
  const lines = text?.split('\n') ?? [];
  return (
    <div className={styles.faults} role="alert">
      <p className={styles.what}>{what}</p>
      <ul>
        {faults.map(({ field, line, ...rest }, index) => (
          <li key={index}>
            {field && <Place field={field} definition={definition} />}
            <span>{tell({ field, line, ...rest })}</span>
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

function Place({ field, definition }: { field: string; definition: unknown }) {
  const name = definition ? faultPlace(definition, field) : '';
  return name ? <strong dir="auto">{name}</strong> : <code>{field}</code>;
}
