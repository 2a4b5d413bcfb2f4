import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { ConnectionOut } from '@/lib/api/model';
import { useAllowed } from '../hooks/use-allowed';
import { useConnectorKinds } from '@/lib/hooks/use-connector-kinds';
import { words as all } from '../words';
import { ChooseSystem } from './choose-system';
import { Made } from './made';
import { SetUp } from './set-up';
import { Steps } from './steps';
import styles from './create.module.css';

/** Connects a system in four steps: which, where, does it work, what next. */
export function CreateConnection() {
  const words = all.create;
  const { known, manages, organization } = useAllowed();
  if (known && (!manages || organization === null))
    return (
      <EmptyNote title={words.title}>
        <p>{all.may.create}</p>
        <Link href="/connections">{all.may.back}</Link>
      </EmptyNote>
    );
  return <Way organization={organization} />;
}

/** The system stands in the address, so that the browser's back leads to the choice again. */
function Way({ organization }: { organization: string | null }) {
  const words = all.create;
  const router = useRouter();
  const { data, error, refetch } = useConnectorKinds();
  const [made, setMade] = useState<{ connection: ConnectionOut; works: boolean } | null>(null);
  const [testing, setTesting] = useState(false);
  const system = typeof router.query.system === 'string' ? router.query.system : null;
  const back = backIn(router.query.back);
  const go = (name: string | null) =>
    void router.push({
      pathname: '/connections/new',
      query: { ...(name && { system: name }), ...(back && { back }) },
    });
  if (error && !data)
    return <ErrorNotice error={error} what={words.system.failed} onRetry={() => void refetch()} />;
  const connector = organization && data?.items.find(({ name }) => name === system);
  const step = made ? 'done' : !connector ? 'system' : testing ? 'test' : 'settings';
  return (
    <div className={styles.page}>
      <PagePart what={words.progress}>
        <Steps now={step} />
      </PagePart>
      {made ? (
        <PagePart what={words.steps.done}>
          <Made
            {...made}
            back={back}
            onAnother={() => {
              setMade(null);
              go(null);
            }}
          />
        </PagePart>
      ) : connector ? (
        <PagePart what={words.steps.settings}>
          <SetUp
            key={connector.name}
            connector={connector}
            organization={organization}
            onTesting={setTesting}
            onMade={setMade}
            onOther={() => go(null)}
          />
        </PagePart>
      ) : system !== null && !(data && organization) ? (
        <Skeleton width="14rem" height="1.75rem" />
      ) : (
        <PagePart what={words.steps.system}>
          {system !== null && <p role="alert">{words.settings.missing}</p>}
          <ChooseSystem systems={data?.items} organization={organization} onChoose={go} />
        </PagePart>
      )}
    </div>
  );
}

/** Where a workflow that lacks this connection is being set up. Nothing else is led back to. */
const backIn = (given: unknown) =>
  typeof given === 'string' && given.startsWith('/workflows/new?') ? given : null;
