import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useGiveCode, useGivePasskey } from '../hooks/use-steps';
import { passkeysWork } from '@/lib/http/passkeys';
import type { Standing } from '@/lib/http/session';
import { Refusal } from '../refusal';
import styles from '../sign-in.module.css';

type Props = { types: string[]; onStep: (standing: Standing) => void; onRestart: () => void };

/** The second step: a code of an app, a recovery code, or a passkey. */
export function FactorStep({ types, onStep, onRestart }: Props) {
  const giveCode = useGiveCode();
  const givePasskey = useGivePasskey();
  const [recovering, setRecovering] = useState(!types.includes('totp'));
  const [code, setCode] = useState('');
  const error = giveCode.error ?? givePasskey.error;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    givePasskey.reset();
    giveCode.mutate(code.replaceAll(/\s/g, ''), { onSuccess: onStep });
  }

  return (
    <>
      {error && (
        <Refusal
          error={error}
          wrong={
            givePasskey.error
              ? 'This passkey is not one of this account. Try another way.'
              : 'The code is not right, or was used already. Wait for the next one.'
          }
        />
      )}
      {types.includes('webauthn') && passkeysWork() && (
        <div className={styles.other}>
          <Button
            loading={givePasskey.isPending}
            onClick={() => {
              giveCode.reset();
              givePasskey.mutate(undefined, { onSuccess: onStep });
            }}
          >
            Use a passkey
          </Button>
        </div>
      )}
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          key={recovering ? 'recovery' : 'app'}
          label={recovering ? 'Recovery code' : 'Code'}
          description={
            recovering
              ? 'One of the codes that you wrote down. Each works once.'
              : 'The six digits that your authenticator app shows now.'
          }
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <Button
          type="submit"
          variant={types.includes('webauthn') ? 'default' : 'filled'}
          loading={giveCode.isPending || giveCode.data?.done === true}
        >
          Go on
        </Button>
      </form>
      <p className={styles.aside}>
        {types.includes('totp') && types.includes('recovery_codes') && (
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              setRecovering(!recovering);
              setCode('');
            }}
          >
            {recovering ? 'Use the app' : 'Use a recovery code'}
          </button>
        )}
        <button type="button" className={styles.link} onClick={onRestart}>
          Start again
        </button>
      </p>
    </>
  );
}
