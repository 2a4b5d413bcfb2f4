import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAccountChange, useAuthenticators } from '../hooks/use-account';
import { readCodes, removeApp, renewCodes, type Authenticator } from '@/lib/http/account';
import { AddApp } from './add-app';
import { ChangeError } from '../change-error';
import { useIdentity } from '../identity/identity';
import { RecoveryCodes } from './recovery-codes';
import { Section } from '../section';
import { PasskeyList } from './passkey-list';
import styles from '../security.module.css';

/** Second factors: an app, passkeys, and recovery codes for the day that neither is at hand. */
export function FactorsSection() {
  const factors = useAuthenticators();
  return (
    <Section
      title="Two-factor sign-in"
      hint="With a second factor, nobody gets in with your password alone."
      query={factors}
    >
      {(all) => <Factors factors={all} />}
    </Section>
  );
}

function Factors({ factors }: { factors: Authenticator[] }) {
  const run = useIdentity();
  const [codes, setCodes] = useState<string[]>([]);
  const app = factors.find(({ type }) => type === 'totp');
  const recovery = factors.find(({ type }) => type === 'recovery_codes');
  const remove = useAccountChange(() => run(removeApp));
  const renew = useAccountChange(() => run(renewCodes));
  const show = useAccountChange(() => run(readCodes));
  const onAdded = () => show.mutate(undefined, { onSuccess: setCodes });
  const error = remove.error ?? renew.error ?? show.error;

  return (
    <div className={styles.rows}>
      <div className={styles.row}>
        <div>
          <h3>Authenticator app</h3>
          <p className={styles.hint}>
            {app ? 'On. Your app shows a new code every half minute.' : 'Off.'}
          </p>
        </div>
        {app && (
          <Button
            size="compact-sm"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            Remove the app
          </Button>
        )}
      </div>
      {!app && <AddApp onAdded={onAdded} />}
      <PasskeyList passkeys={factors.filter(({ type }) => type === 'webauthn')} onCodes={onAdded} />
      {recovery && (
        <div className={styles.row}>
          <div>
            <h3>Recovery codes</h3>
            <p className={styles.hint}>
              {`${recovery.unused_code_count} of ${recovery.total_code_count} are left.`}
            </p>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            loading={renew.isPending}
            onClick={() => renew.mutate(undefined, { onSuccess: setCodes })}
          >
            Make new codes
          </Button>
        </div>
      )}
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      <ChangeError error={error} what="That was not done" />
    </div>
  );
}
