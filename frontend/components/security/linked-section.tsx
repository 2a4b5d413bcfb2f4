import { Button } from '@mantine/core';
import { useRouter } from 'next/router';
import { useAccountChange, useLinked } from './hooks/use-account';
import { useSignInConfig } from '@/lib/hooks/person/use-session';
import { unlink, type Linked } from '@/lib/http/account/account';
import { providerAddress } from '@/lib/http/account/session';
import { Actions } from './parts/actions';
import { ChangeError } from './parts/change-error';
import { useIdentity } from './identity/identity';
import { Refusal } from './parts/refusal';
import { Row, Rows } from './parts/rows';
import { Section } from './parts/section';
import { words } from './words';
import styles from './parts/section.module.css';

const HERE = '/settings/security';

/** Accounts elsewhere that sign this person in; only where this Waybill offers any. */
export function LinkedSection() {
  const config = useSignInConfig();
  const linked = useLinked();
  if (!config.data?.providers.length) return null;
  return (
    <Section title={words.linked.title} hint={words.linked.hint} query={linked}>
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
    <Rows>
      {error && <Refusal>{words.linked.errors[error] ?? words.linked.failed}</Refusal>}
      {linked.map((each) => (
        <Row key={each.uid}>
          <div>
            <p>{each.provider.name}</p>
            <p className={styles.hint}>{each.display}</p>
          </div>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={words.linked.unlinkOf(each.provider.name)}
            loading={remove.isPending}
            onClick={() => remove.mutate(each)}
          >
            {words.linked.unlink}
          </Button>
        </Row>
      ))}
      <Actions>
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
              {words.linked.link(name)}
            </Button>
          ))}
      </Actions>
      <ChangeError error={remove.error ?? leave.error} what={words.notDone} />
    </Rows>
  );
}
