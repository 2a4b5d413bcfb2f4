import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { proofs, showCode, showPasskey, showPassword } from '@/lib/http/account';
import type { Flow } from '@/lib/http/allauth';
import { ApiError } from '@/lib/http/api-error';
import { passkeysWork } from '@/lib/http/passkeys';
import styles from '../security.module.css';

type Props = { flows: Flow[]; onShown: () => void; onClose: () => void };

/** The proofs that this person can give: the password, a code, a passkey. */
export function IdentityForm({ flows, onShown, onClose }: Props) {
  const can = proofs(flows);
  const [byCode, setByCode] = useState(!can.password);
  const [secret, setSecret] = useState('');
  const show = useMutation<unknown, Error, 'passkey' | 'secret'>({
    mutationFn: (kind) =>
      kind === 'passkey'
        ? showPasskey()
        : byCode
          ? showCode(secret.replaceAll(/\s/g, ''))
          : showPassword(secret),
    onSuccess: onShown,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    show.mutate('secret');
  }

  return (
    <>
      {can.passkey && passkeysWork() && (
        <Button
          variant="default"
          loading={show.isPending && show.variables === 'passkey'}
          onClick={() => show.mutate('passkey')}
        >
          Use a passkey
        </Button>
      )}
      {(can.password || can.code) && (
        <form className={styles.form} onSubmit={submit}>
          <TextInput
            key={byCode ? 'code' : 'password'}
            label={byCode ? 'Code of your app, or a recovery code' : 'Password'}
            type={byCode ? 'text' : 'password'}
            inputMode={byCode ? 'numeric' : 'text'}
            autoComplete={byCode ? 'one-time-code' : 'current-password'}
            required
            autoFocus
            error={show.error ? wrong(show.error) : undefined}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
          <div className={styles.actions}>
            <Button type="submit" loading={show.isPending && show.variables === 'secret'}>
              Go on
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {can.password && can.code && (
        <button
          type="button"
          className={styles.link}
          onClick={() => {
            setByCode(!byCode);
            setSecret('');
            show.reset();
          }}
        >
          {byCode ? 'Use the password' : 'Use a code'}
        </button>
      )}
    </>
  );
}

function wrong(error: Error): string {
  if (!(error instanceof ApiError)) return 'The device gave no passkey. Try another way.';
  if (error.status === 429 || error.problem.code === 'too_many_login_attempts')
    return 'Too many tries. Wait a few minutes.';
  return error.status === 400 ? 'This is not right. Try again.' : error.problem.detail;
}
