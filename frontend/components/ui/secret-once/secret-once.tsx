import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import styles from './secret-once.module.css';

type Said = Record<'title' | 'once' | 'copy' | 'copied' | 'select' | 'stored', string>;

type Props = { secret: string; said: Said; onStored: () => void };

/** A secret, this one time. It takes the focus, so that nobody leaves it unseen. */
export function SecretOnce({ secret, said, onStored }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const text = useRef<HTMLElement>(null);
  const [copied, setCopied] = useState('');
  useEffect(() => heading.current?.focus(), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setCopied(said.copied);
    } catch {
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setCopied(said.select);
    }
  };
  return (
    <section className={styles.secret} aria-labelledby="secret-once">
      <h2 id="secret-once" ref={heading} tabIndex={-1}>
        {said.title}
      </h2>
      <p>{said.once}</p>
      <code ref={text}>{secret}</code>
      <ButtonRow>
        <Button variant="default" size="compact-sm" onClick={() => void copy()}>
          {copied || said.copy}
        </Button>
        <Button size="compact-sm" onClick={onStored}>
          {said.stored}
        </Button>
      </ButtonRow>
      <LiveRegion text={copied} />
    </section>
  );
}
