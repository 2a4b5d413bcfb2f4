import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import type { CredentialKind, IssuedCredential } from '../hooks/use-credentials';
import { KINDS } from '../kinds';
import styles from '../keys.module.css';

type Props = { kind: CredentialKind; issued: IssuedCredential; onStored: () => void };

/** The secret, this one time. It takes the focus, so that nobody leaves it behind unseen. */
export function SecretOnce({ kind, issued, onStored }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.once} aria-labelledby="secret-once">
      <h3 id="secret-once" ref={heading} tabIndex={-1}>
        Copy the secret of “{issued.name}” now
      </h3>
      <p>Waybill keeps only a hash of it and cannot show it again.</p>
      {kind === 'client' && <Copyable label="Client id" value={issued.handle} />}
      <Copyable
        label={kind === 'client' ? 'Client secret' : KINDS[kind].one}
        value={issued.secret}
      />
      <Button size="compact-sm" onClick={onStored}>
        I have stored it
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
      setSaid('Copied');
    } catch {
      if (text.current) window.getSelection()?.selectAllChildren(text.current);
      setSaid('Selected: copy it by keyboard');
    }
  };
  return (
    <div className={styles.copyable}>
      <span className={styles.label}>{label}</span>
      <code ref={text}>{value}</code>
      <Button variant="default" size="compact-sm" aria-label={`Copy ${label}`} onClick={copy}>
        {said || 'Copy'}
      </Button>
      <LiveRegion text={said} />
    </div>
  );
}
