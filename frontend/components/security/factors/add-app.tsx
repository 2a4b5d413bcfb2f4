import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAccountChange } from '../hooks/use-account';
import { Phrase } from '@/components/ui/phrase/phrase';
import { addApp, offerApp, type NewApp } from '@/lib/http/account/account';
import { Actions } from '../parts/actions';
import { ChangeError } from '../parts/change-error';
import { useIdentity } from '../identity/identity';
import { words } from '../words';
import form from '../parts/form.module.css';
import styles from './add-app.module.css';

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
          {words.app.add}
        </Button>
        <ChangeError error={begin.error} what={words.app.failed} />
      </div>
    );
  return (
    <form className={styles.app} onSubmit={submit}>
      {/* eslint-disable-next-line @next/next/no-img-element -- a picture made for this moment */}
      <img
        className={styles.qr}
        src={`data:image/svg+xml,${encodeURIComponent(offer.svg)}`}
        alt={words.app.picture}
        width={176}
        height={176}
      />
      <div className={form.form}>
        <p>
          <Phrase
            text={words.app.scan}
            parts={{ secret: <code className={styles.secret}>{grouped(offer.secret)}</code> }}
          />
        </p>
        <TextInput
          label={words.app.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <ChangeError error={add.error} what={words.app.failed} />
        <Actions>
          <Button type="submit" loading={add.isPending}>
            {words.app.turnOn}
          </Button>
          <Button variant="default" onClick={() => setOffer(null)}>
            {words.app.cancel}
          </Button>
        </Actions>
      </div>
    </form>
  );
}

const grouped = (secret: string) => secret.replaceAll(/(.{4})/g, '$1 ').trim();
