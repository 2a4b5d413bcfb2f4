import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import type { CredentialKind, IssuedCredential } from '../hooks/use-credentials';
import { words } from '../words';
import styles from './secret-once.module.css';

type Props = { kind: CredentialKind; issued: IssuedCredential; onStored: () => void };

/** The secret, this one time. It takes the focus, so that nobody leaves it behind unseen. */
export function SecretOnce({ kind, issued, onStored }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.once} aria-labelledby="secret-once">
      <h3 id="secret-once" ref={heading} tabIndex={-1}>
        {words.secret.title(issued.name)}
      </h3>
      <p>{words.secret.once}</p>
      {kind === 'client' && <Copyable label={words.secret.clientId} value={issued.handle} />}
      <Copyable label={words.kinds[kind].secret} value={issued.secret} />
      <Button size="compact-sm" onClick={onStored}>
        {words.secret.stored}
      </Button>
    </section>
  );
}

function Copyable({ label, value }: { label: string; value: string }) {
  const text = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setSaid(words.secret.copied);
    } catch {
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setSaid(words.secret.selected);
    }
  };
  return (
    <div className={styles.copyable}>
      <span className={styles.label}>{label}</span>
      <code ref={text}>{value}</code>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={words.secret.copyOf(label)}
        onClick={copy}
      >
        {said || words.secret.copy}
      </Button>
      <LiveRegion text={said} />
    </div>
  );
}
