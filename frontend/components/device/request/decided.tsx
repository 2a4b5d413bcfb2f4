import { Link } from '@/components/ui/link/link';
import { useEffect, useRef } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { words } from '../words';
import styles from './decided.module.css';

/** The program was let in. */
export function Approved({ program, organization }: { program: string; organization: string }) {
  return (
    <div className={styles.decided}>
      <Title text={words.approved.title} />
      <p>{words.approved.text(program, organization)}</p>
      <p className={styles.hint}>
        <Phrase
          text={words.approved.end}
          parts={{ sessions: <Link href="/settings/security">{words.approved.sessions}</Link> }}
        />
      </p>
    </div>
  );
}

/** The program was turned away. */
export function Refused({ program }: { program: string }) {
  return (
    <div className={styles.decided}>
      <Title text={words.refused.title} />
      <p>{words.refused.text(program)}</p>
      <p className={styles.hint}>{words.refused.hint}</p>
      <p className={styles.hint}>{words.refused.again}</p>
    </div>
  );
}

/** Takes the focus from the button that is gone, so that it is read aloud. */
function Title({ text }: { text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {text}
    </h1>
  );
}
