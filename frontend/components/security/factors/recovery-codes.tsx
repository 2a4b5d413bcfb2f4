import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import styles from '../security.module.css';

type Props = { codes: string[]; onKept: () => void };

/** The codes, this once. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const file = `data:text/plain,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  return (
    <section className={styles.codes} aria-labelledby="recovery-codes">
      <h3 id="recovery-codes" ref={title} tabIndex={-1}>
        Keep these codes where only you find them
      </h3>
      <p className={styles.hint}>
        Each signs you in once, when your app or passkey is out of reach. They are shown this once.
      </p>
      <ul className={styles.codeList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={onKept}>I have kept them</Button>
        <a href={file} download="waybill-recovery-codes.txt">
          Save as a file
        </a>
      </div>
    </section>
  );
}
