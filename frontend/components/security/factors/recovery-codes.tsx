import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Actions } from '../parts/actions';
import { words } from '../words';
import section from '../parts/section.module.css';
import styles from './recovery-codes.module.css';

type Props = { codes: string[]; onKept: () => void };

/** The codes, this once. */
export function RecoveryCodes({ codes, onKept }: Props) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const file = `data:text/plain,${encodeURIComponent(`${codes.join('\n')}\n`)}`;
  return (
    <section className={styles.codes} aria-labelledby="recovery-codes">
      <h3 id="recovery-codes" ref={title} tabIndex={-1}>
        {words.codes.keep}
      </h3>
      <p className={section.hint}>{words.codes.once}</p>
      <ul className={styles.codeList}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Actions>
        <Button onClick={onKept}>{words.codes.kept}</Button>
        <a href={file} download="waybill-recovery-codes.txt">
          {words.codes.save}
        </a>
      </Actions>
    </section>
  );
}
