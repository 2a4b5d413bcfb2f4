import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useGiveCode, useGivePasskey } from '../hooks/use-steps';
import { passkeysWork } from '@/lib/http/passkeys';
import type { Standing } from '@/lib/http/session';
import { Aside, OtherWays } from '../parts/page';
import { Refusal } from '../parts/refusal';
import { words } from '../words';
import form from '../parts/form.module.css';
import styles from './factor-step.module.css';

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
          wrong={givePasskey.error ? words.factor.wrongPasskey : words.factor.wrongCode}
        />
      )}
      {types.includes('webauthn') && passkeysWork() && (
        <OtherWays>
          <Button
            loading={givePasskey.isPending}
            onClick={() => {
              giveCode.reset();
              givePasskey.mutate(undefined, { onSuccess: onStep });
            }}
          >
            {words.factor.passkey}
          </Button>
        </OtherWays>
      )}
      <form className={form.form} onSubmit={submit}>
        <TextInput
          key={recovering ? 'recovery' : 'app'}
          label={recovering ? words.factor.recovery : words.factor.code}
          description={recovering ? words.factor.recoveryHint : words.factor.codeHint}
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
          {words.factor.goOn}
        </Button>
      </form>
      <Aside>
        {types.includes('totp') && types.includes('recovery_codes') && (
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              setRecovering(!recovering);
              setCode('');
            }}
          >
            {recovering ? words.factor.useApp : words.factor.useRecovery}
          </button>
        )}
        <button type="button" className={styles.link} onClick={onRestart}>
          {words.factor.again}
        </button>
      </Aside>
    </>
  );
}
