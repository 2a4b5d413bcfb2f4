import { Button } from '@mantine/core';
import { useState } from 'react';
import { useAccountChange, useAuthenticators } from '../hooks/use-account';
import { readCodes, removeApp, renewCodes, type Authenticator } from '@/lib/http/account/account';
import { AddApp } from './add-app';
import { ChangeError } from '../parts/change-error';
import { useIdentity } from '../identity/identity';
import { RecoveryCodes } from './recovery-codes';
import { Section } from '../parts/section';
import { PasskeyList } from './passkey-list';
import { Row, Rows } from '../parts/rows';
import { words } from '../words';
import styles from '../parts/section.module.css';

/** Second factors: an app, passkeys, and recovery codes for the day that neither is at hand. */
export function FactorsSection() {
  const factors = useAuthenticators();
  return (
    <Section title={words.factors.title} hint={words.factors.hint} query={factors}>
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
    <Rows>
      <Row>
        <div>
          <h3>{words.app.title}</h3>
          <p className={styles.hint}>{app ? words.app.on : words.app.off}</p>
        </div>
        {app && (
          <Button
            size="compact-sm"
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined)}
          >
            {words.app.remove}
          </Button>
        )}
      </Row>
      {!app && <AddApp onAdded={onAdded} />}
      <PasskeyList passkeys={factors.filter(({ type }) => type === 'webauthn')} onCodes={onAdded} />
      {recovery && (
        <Row>
          <div>
            <h3>{words.codes.title}</h3>
            <p className={styles.hint}>
              {words.codes.left(recovery.unused_code_count ?? 0, recovery.total_code_count ?? 0)}
            </p>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            loading={renew.isPending}
            onClick={() => renew.mutate(undefined, { onSuccess: setCodes })}
          >
            {words.codes.renew}
          </Button>
        </Row>
      )}
      {codes.length > 0 && <RecoveryCodes codes={codes} onKept={() => setCodes([])} />}
      <ChangeError error={error} what={words.notDone} />
    </Rows>
  );
}
