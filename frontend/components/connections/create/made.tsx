import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useEffect, useRef } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { ConnectionOut } from '@/lib/api/model';
import { connectionPage } from '../standing/address';
import { words as all } from '../words';
import styles from './create.module.css';

type Props = {
  connection: ConnectionOut;
  works: boolean;
  /** The page that this connection was made for. */
  back: string | null;
  onAnother: () => void;
};

/** That it is there, and what comes next. */
export function Made({ connection, works, back, onAnother }: Props) {
  const words = all.create.done;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles.form}>
      <h1 ref={heading} tabIndex={-1} dir="auto" className={styles.made}>
        {words.title(connection.name)}
      </h1>
      {!works && <p>{words.untested}</p>}
      <h2>{words.next}</h2>
      <ul className={styles.next}>
        {back && (
          <li>
            <Link href={back}>{words.back}</Link>
            <p className={styles.quiet}>{words.backText}</p>
          </li>
        )}
        <li>
          <Link href={connectionPage(connection)}>{words.see}</Link>
          <p className={styles.quiet}>{words.seeText}</p>
        </li>
        <li>
          <Link href="/workflows">{words.use}</Link>
          <p className={styles.quiet}>
            <Phrase text={words.useText} parts={{ slug: <code>{connection.slug}</code> }} />
          </p>
        </li>
        <li>
          <Button variant="default" size="compact-sm" onClick={onAnother}>
            {words.another}
          </Button>
          <p className={styles.quiet}>{words.anotherText}</p>
        </li>
      </ul>
    </div>
  );
}
