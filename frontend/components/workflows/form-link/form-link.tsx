import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { CopyButton } from '../parts/copy-button';
import { useOrigin } from '../hooks/use-origin';
import { words as all } from '../words';
import styles from './form-link.module.css';

const QrDialog = dynamic(() => import('./qr-dialog').then((module) => module.QrDialog), {
  ssr: false,
});

type Props = { address: string; name: string; slug: string };

/** The address of a form, to open, to copy, and as a code for paper. */
export function FormLink({ address, name, slug }: Props) {
  const words = all.form;
  const [open, setOpen] = useState(false);
  const path = `/f/${address}`;
  const url = useOrigin() + path;
  return (
    <div className={styles.link}>
      <a href={path}>
        <code>{path}</code>
      </a>
      <span className={styles.tools}>
        <CopyButton value={url} label={words.copyOf(name)} />
        <Button
          variant="default"
          size="compact-sm"
          aria-label={words.codeOf(name)}
          onClick={() => setOpen(true)}
        >
          {words.code}
        </Button>
      </span>
      {open && <QrDialog url={url} name={name} slug={slug} onClose={() => setOpen(false)} />}
    </div>
  );
}
