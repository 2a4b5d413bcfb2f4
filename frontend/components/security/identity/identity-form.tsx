import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { proofs, showCode, showPasskey, showPassword } from '@/lib/http/account/account';
import type { Flow } from '@/lib/http/account/allauth';
import { ApiError } from '@/lib/http/api-error';
import { passkeysWork } from '@/lib/http/account/passkeys';
import { Actions } from '../parts/actions';
import form from '../parts/form.module.css';
import { words } from '../words';
import styles from './identity.module.css';

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
          {words.identity.passkey}
        </Button>
      )}
      {(can.password || can.code) && (
        <form className={form.form} onSubmit={submit}>
          <TextInput
            key={byCode ? 'code' : 'password'}
            label={byCode ? words.identity.code : words.identity.password}
            type={byCode ? 'text' : 'password'}
            inputMode={byCode ? 'numeric' : 'text'}
            autoComplete={byCode ? 'one-time-code' : 'current-password'}
            required
            autoFocus
            error={show.error ? wrong(show.error) : undefined}
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
          />
          <Actions>
            <Button type="submit" loading={show.isPending && show.variables === 'secret'}>
              {words.identity.goOn}
            </Button>
            <Button variant="default" onClick={onClose}>
              {words.identity.cancel}
            </Button>
          </Actions>
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
          {byCode ? words.identity.usePassword : words.identity.useCode}
        </button>
      )}
    </>
  );
}

function wrong(error: Error): string {
  if (!(error instanceof ApiError)) return words.identity.noPasskey;
  if (error.status === 429 || error.problem.code === 'too_many_login_attempts')
    return words.identity.tooMany;
  return error.status === 400 ? words.identity.wrong : error.problem.detail;
}
