import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAccountChange } from '../hooks/use-account';
import { addApp, offerApp, type NewApp } from '@/lib/http/account';
import { ChangeError } from '../change-error';
import { useIdentity } from '../identity/identity';
import styles from '../security.module.css';

/** Adds an authenticator app: scan the picture, then show that the app has it. */
export function AddApp({ onAdded }: { onAdded: () => void }) {
  const run = useIdentity();
  const [offer, setOffer] = useState<NewApp | null>(null);
  const [code, setCode] = useState('');
  const begin = useAccountChange(() => offerApp());
  const add = useAccountChange(async () => {
    await run(() => addApp(code.replaceAll(/\s/g, '')));
    // Not when the mutation has succeeded: by then the form may be gone, and nobody would be told.
    onAdded();
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    add.mutate(undefined);
  }

  if (offer === null)
    return (
      <div>
        <Button
          variant="default"
          loading={begin.isPending}
          onClick={() => begin.mutate(undefined, { onSuccess: setOffer })}
        >
          Add an app
        </Button>
        <ChangeError error={begin.error} what="The app was not added" />
      </div>
    );
  return (
    <form className={styles.app} onSubmit={submit}>
      {/* eslint-disable-next-line @next/next/no-img-element -- a picture made for this moment */}
      <img
        className={styles.qr}
        src={`data:image/svg+xml,${encodeURIComponent(offer.svg)}`}
        alt="QR code for your authenticator app"
        width={176}
        height={176}
      />
      <div className={styles.form}>
        <p>
          Scan this with your authenticator app, or type the secret into it:{' '}
          <code className={styles.secret}>{offer.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</code>
        </p>
        <TextInput
          label="Code that the app shows now"
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ChangeError error={add.error} what="The app was not added" />
        <div className={styles.actions}>
          <Button type="submit" loading={add.isPending}>
            Turn on
          </Button>
          <Button variant="default" onClick={() => setOffer(null)}>
            Cancel
          </Button>
        </div>
      </div>
    </form>
  );
}
