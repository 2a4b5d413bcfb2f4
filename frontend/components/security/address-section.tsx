import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useAccountChange, useAddresses } from './hooks/use-account';
import { changeAddress, type Address } from '@/lib/http/account';
import { ChangeError } from './change-error';
import { useIdentity } from './identity/identity';
import { Section } from './section';
import styles from './security.module.css';

/** The address that the person signs in with. A new one counts from its proof on. */
export function AddressSection() {
  const addresses = useAddresses();
  return (
    <Section
      title="E-mail"
      hint="You sign in with this address, and mails about your account go to it."
      query={addresses}
    >
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
          {`${waiting.email} waits for its proof: open the link in the mail to it.`}
        </p>
      )}
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label="New address"
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <ChangeError error={change.error} what="The address was not changed" />
        <Button type="submit" variant="default" loading={change.isPending}>
          Change the address
        </Button>
      </form>
    </>
  );
}
