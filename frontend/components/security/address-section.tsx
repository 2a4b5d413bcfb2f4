import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAccountChange, useAddresses } from './hooks/use-account';
import { changeAddress, type Address } from '@/lib/http/account/account';
import { ChangeError } from './parts/change-error';
import { useIdentity } from './identity/identity';
import { Section } from './parts/section';
import { words } from './words';
import form from './parts/form.module.css';
import styles from './parts/section.module.css';

/** The address that the person signs in with. A new one counts from its proof on. */
export function AddressSection() {
  const addresses = useAddresses();
  return (
    <Section title={words.address.title} hint={words.address.hint} query={addresses}>
      {(all) => <Form addresses={all} />}
    </Section>
  );
}

function Form({ addresses }: { addresses: Address[] }) {
  const run = useIdentity();
  const [email, setEmail] = useState('');
  const change = useAccountChange(() => run(() => changeAddress(email)));
  const present = addresses.find((each) => each.verified);
  const waiting = addresses.find((each) => !each.verified);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    change.mutate(undefined, { onSuccess: () => setEmail('') });
  }

  return (
    <>
      <p className={styles.fact}>{present?.email}</p>
      {waiting && (
        <p className={styles.hint} role="status">
          {words.address.waiting(waiting.email)}
        </p>
      )}
      <form className={form.form} onSubmit={submit}>
        <TextInput
          label={words.address.fresh}
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ChangeError error={change.error} what={words.address.failed} />
        <Button type="submit" variant="default" loading={change.isPending}>
          {words.address.change}
        </Button>
      </form>
    </>
  );
}
