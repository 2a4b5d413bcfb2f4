import { Button } from '@mantine/core';
import { useRouter } from 'next/router';
import { useAccountChange, useLinked } from './hooks/use-account';
import { useSignInConfig } from '@/lib/hooks/use-session';
import { unlink, type Linked } from '@/lib/http/account';
import { providerAddress } from '@/lib/http/session';
import { ChangeError } from './change-error';
import { useIdentity } from './identity/identity';
import { Section } from './section';
import styles from './security.module.css';

const HERE = '/settings/security';
const ERRORS: Record<string, string> = {
  reauthentication_required: 'Sign in again, then link the account within ten minutes.',
  connected_other: 'Somebody else here uses this account already.',
};

/** Accounts elsewhere that sign this person in; only where this Waybill offers any. */
export function LinkedSection() {
  const config = useSignInConfig();
  const linked = useLinked();
  if (!config.data?.providers.length) return null;
  return (
    <Section title="Accounts elsewhere" hint="You can sign in with each of these." query={linked}>
      {(all) => <Accounts linked={all} />}
    </Section>
  );
}

function Accounts({ linked }: { linked: Linked[] }) {
  const run = useIdentity();
  const router = useRouter();
  const config = useSignInConfig();
  const remove = useAccountChange((each: Linked) => run(() => unlink(each)));
  const leave = useAccountChange((provider: string) => providerAddress(provider, 'connect', HERE));
  const taken = new Set(linked.map((each) => each.provider.id));
  const error = typeof router.query.error === 'string' ? router.query.error : null;
  return (
    <div className={styles.rows}>
      {error && (
        <p className={styles.refusal} role="alert">
          {ERRORS[error] ?? 'The account was not linked. Try again.'}
        </p>
      )}
      {linked.map((each) => (
        <div key={each.uid} className={styles.row}>
          <div>
            <p>{each.provider.name}</p>
            <p className={styles.hint}>{each.display}</p>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Unlink ${each.provider.name}`}
            loading={remove.isPending}
            onClick={() => remove.mutate(each)}
          >
            Unlink
          </Button>
        </div>
      ))}
      <div className={styles.actions}>
        {config.data?.providers
          .filter(({ id }) => !taken.has(id))
          .map(({ id, name }) => (
            <Button
              key={id}
              variant="default"
              loading={leave.isPending && leave.variables === id}
              onClick={() =>
                leave.mutate(id, { onSuccess: (address) => window.location.assign(address) })
              }
            >
              {`Link ${name}`}
            </Button>
          ))}
      </div>
      <ChangeError error={remove.error ?? leave.error} what="That was not done" />
    </div>
  );
}
