import { Button } from '@mantine/core';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import {
  useCredentials,
  type CredentialKind,
  type IssuedCredential,
} from './hooks/use-credentials';
import { CreateCredential } from './create/create-credential';
import { CredentialSkeleton, CredentialTable } from './list/credential-table';
import { SecretOnce } from './secret/secret-once';
import { words } from './words';
import styles from './credential-section.module.css';

/** One kind of credential: what there is, a new one, and its secret this one time. */
export function CredentialSection({ kind }: { kind: CredentialKind }) {
  const said = words.kinds[kind];
  const [making, setMaking] = useState(false);
  const [issued, setIssued] = useState<IssuedCredential | null>(null);
  const show = (made: IssuedCredential) => {
    setMaking(false);
    setIssued(made);
  };
  const create = (
    <Button size="compact-sm" onClick={() => setMaking(true)}>
      {said.create}
    </Button>
  );
  return (
    <section className={styles.section} aria-labelledby={`${kind}-title`}>
      <div className={styles.head}>
        <div>
          <h2 id={`${kind}-title`}>{said.title}</h2>
          <p className={styles.lead}>{said.lead}</p>
        </div>
        {!making && create}
      </div>
      {issued && (
        <PagePart what={said.secret}>
          <SecretOnce
            key={issued.secret}
            kind={kind}
            issued={issued}
            onStored={() => setIssued(null)}
          />
        </PagePart>
      )}
      {making && (
        <PagePart what={said.create}>
          <CreateCredential kind={kind} onMade={show} onLeave={() => setMaking(false)} />
        </PagePart>
      )}
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
        what={words.kinds[kind].notLoaded}
        onRetry={() => void refetch()}
      />
    );
  }
  const active = data.filter(({ state }) => state === 'active');
  const over = data.filter(({ state }) => state !== 'active');
  return (
    <>
      {active.length > 0 ? (
        <PagePart what={words.kinds[kind].title}>
          <CredentialTable kind={kind} items={active} onIssued={onIssued} />
        </PagePart>
      ) : (
        <EmptyNote title={words.kinds[kind].empty}>
          <p>{words.list.firstStep}</p>
        </EmptyNote>
      )}
      {over.length > 0 && (
        <details className={styles.over}>
          <summary>{words.list.over(over.length)}</summary>
          <PagePart what={words.list.over(over.length)}>
            <CredentialTable kind={kind} items={over} onIssued={onIssued} />
          </PagePart>
        </details>
      )}
    </>
  );
}
