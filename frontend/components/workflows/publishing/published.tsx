import { Button } from '@mantine/core';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Link } from '@/components/ui/link/link';
import { useEffect, useRef } from 'react';
import type { VersionDetailOut } from '@/lib/api/model';
import { FormLink } from '../form-link/form-link';
import { QrCode } from '../form-link/qr-code';
import { useOrigin } from '../hooks/use-origin';
import { record } from '../parts/definition';
import { words as workflows } from '../words';
import { words as all } from './words';
import styles from './publishing.module.css';

type Props = { slug: string; version: VersionDetailOut; onClose: () => void };

/** It is live: where its form is, and what comes next. */
export function Published({ slug, version: { number, definition }, onClose }: Props) {
  const words = all.done;
  const origin = useOrigin();
  const said = useRef<HTMLParagraphElement>(null);
  // The button that was pressed is gone.
  useEffect(() => said.current?.focus(), []);
  const { name, form } = record(definition);
  const { address } = record(form);
  const called = typeof name === 'string' ? name : slug;
  return (
    <div className={styles.body}>
      <p ref={said} tabIndex={-1}>
        {words.text(number)}
      </p>
      {typeof address === 'string' && (
        <>
          <FormLink address={address} name={called} slug={slug} />
          <QrCode url={`${origin}/f/${address}`} label={workflows.form.codeLabel(called)} />
        </>
      )}
      <h3>{words.next}</h3>
      <ul className={styles.meaning}>
        <li>
          <Link href={`/workflows/${slug}#share`} onClick={onClose}>
            {words.share}
          </Link>
        </li>
        <li>
          <Link href={{ pathname: '/submissions', query: { workflow: slug } }}>{words.watch}</Link>
        </li>
      </ul>
      <ButtonRow>
        <Button onClick={onClose}>{words.close}</Button>
      </ButtonRow>
    </div>
  );
}
