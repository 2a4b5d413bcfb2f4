import { useState, type FormEvent } from 'react';
import { Button } from '@/components/ui/button/button';
import { TextField } from '@/components/ui/text-field/text-field';
import { useGiveCode, useGivePasskey } from '../hooks/use-steps';
import { passkeysWork } from '@/lib/http/account/passkeys';
import type { Standing } from '@/lib/http/account/session';
import { Aside, OtherWays } from '../parts/head';
import { Refusal } from '../parts/refusal';
import { words } from '../words';

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
      <form className="sign-in-form" onSubmit={submit}>
        <TextField
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
          quiet={types.includes('webauthn')}
          loading={giveCode.isPending || giveCode.data?.done === true}
        >
          {words.factor.goOn}
        </Button>
      </form>
      <Aside>
        {types.includes('totp') && types.includes('recovery_codes') && (
          <button
            type="button"
            className="sign-in-link"
            onClick={() => {
              setRecovering(!recovering);
              setCode('');
            }}
          >
            {recovering ? words.factor.useApp : words.factor.useRecovery}
          </button>
        )}
        <button type="button" className="sign-in-link" onClick={onRestart}>
          {words.factor.again}
        </button>
      </Aside>
    </>
  );
}
