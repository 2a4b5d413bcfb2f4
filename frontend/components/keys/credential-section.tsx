import { Button } from '@mantine/core';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import {
  useCredentials,
  type CredentialKind,
  type IssuedCredential,
} from './hooks/use-credentials';
import { CreateCredential } from './create/create-credential';
import { CredentialSkeleton, CredentialTable } from './list/credential-table';
import { KINDS } from './kinds';
import { SecretOnce } from './secret/secret-once';
import styles from './keys.module.css';

/** One kind of credential: what there is, a new one, and its secret this one time. */
export function CredentialSection({ kind }: { kind: CredentialKind }) {
  const words = KINDS[kind];
  const [making, setMaking] = useState(false);
  const [issued, setIssued] = useState<IssuedCredential | null>(null);
  const show = (made: IssuedCredential) => {
    setMaking(false);
    setIssued(made);
  };
  const create = (
    <Button size="compact-sm" onClick={() => setMaking(true)}>
      {words.create}
    </Button>
  );
  return (
    <section className={styles.section} aria-labelledby={`${kind}-title`}>
      <div className={styles.head}>
        <div>
          <h2 id={`${kind}-title`}>{words.title}</h2>
          <p className={styles.lead}>{words.lead}</p>
        </div>
        {!making && create}
      </div>
      {issued && (
        <SecretOnce
          key={issued.secret}
          kind={kind}
          issued={issued}
          onStored={() => setIssued(null)}
        />
      )}
      {making && <CreateCredential kind={kind} onMade={show} onLeave={() => setMaking(false)} />}
      <List kind={kind} onIssued={show} />
    </section>
  );
}

type ListProps = { kind: CredentialKind; onIssued: (issued: IssuedCredential) => void };

function List({ kind, onIssued }: ListProps) {
  const { data, error, isPending, refetch } = useCredentials(kind);
  if (isPending) return <CredentialSkeleton kind={kind} />;
  if (data === undefined) {
    return (
      <ErrorNotice
        error={error}
        what={`The ${KINDS[kind].title} could not be loaded`}
        onRetry={() => void refetch()}
      />
    );
  }
  const active = data.filter(({ state }) => state === 'active');
  const over = data.filter(({ state }) => state !== 'active');
  return (
    <>
      {active.length > 0 ? (
        <CredentialTable kind={kind} items={active} onIssued={onIssued} />
      ) : (
        <EmptyNote title={KINDS[kind].empty}>
          <p>Make one, copy its secret into the program, and it can reach the API.</p>
        </EmptyNote>
      )}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{over.length} that are over</summary>
          <CredentialTable kind={kind} items={over} onIssued={onIssued} />
        </details>
      )}
    </>
  );
}
