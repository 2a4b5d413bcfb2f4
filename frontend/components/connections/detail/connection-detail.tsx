import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Later } from '@/components/ui/later/later';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import type { ConnectionOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { CONNECTION_WORDS } from '@/lib/words/catalogues/states/connection-states';
import { Operations } from '../change/operations';
import { Removal } from '../change/removal';
import { useAllowed } from '../hooks/use-allowed';
import { useConnection } from '../hooks/use-connections';
import { words as all } from '../words';
import { DetailSkeleton } from './detail-skeleton';
import { Health } from './health';
import { History } from './history';
import { Limits } from './limits';
import { RecentErrors } from './recent-errors';
import { Stored } from './stored';
import { Title } from './title';
import { Uses } from './uses';
import styles from './detail.module.css';

/** One connection: how it is, what happened to it, and what can be done. */
export function ConnectionDetail({ name }: { name: string }) {
  const words = all.detail;
  const { data, error, isPending, refetch } = useConnection(name);
  const retry = () => void refetch();
  if (data) return <Page connection={data} failure={error} onRetry={retry} />;
  if (isPending) return <DetailSkeleton />;
  if (error instanceof ApiError && error.status === 404)
    return (
      <EmptyNote title={words.gone}>
        <p>{words.goneText}</p>
        <Link href="/connections">{all.may.back}</Link>
      </EmptyNote>
    );
  return <ErrorNotice error={error} what={words.failed} onRetry={retry} />;
}

type Props = { connection: ConnectionOut; failure: unknown; onRetry: () => void };

function Page({ connection, failure, onRetry }: Props) {
  const words = all.detail;
  const { seesSubmissions, seesWorkflows, manages } = useAllowed();
  const [done, setDone] = useState('');
  const state = CONNECTION_WORDS[connection.health.state];
  return (
    <div className={styles.page}>
      {failure !== null && <ErrorNotice error={failure} what={words.failed} onRetry={onRetry} />}
      <LiveRegion text={words.changed(connection.name, state)} />
      <PagePart what={connection.name}>
        <Title connection={connection} />
      </PagePart>
      <PagePart what={words.operations}>
        <Operations connection={connection} onDone={setDone} />
      </PagePart>
      <DoneNote text={done} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <PagePart what={words.health.title}>
            <Health connection={connection} />
          </PagePart>
          <Later>
            <PagePart what={words.errors.title}>
              <RecentErrors connection={connection} allowed={seesSubmissions} />
            </PagePart>
            <PagePart what={words.history.title}>
              <History connection={connection} />
            </PagePart>
          </Later>
        </div>
        <div className={styles.column}>
          <PagePart what={words.limits.title}>
            <Limits connection={connection} onDone={setDone} />
          </PagePart>
          <Later>
            <PagePart what={words.settings.title}>
              <Stored connection={connection} onDone={setDone} />
            </PagePart>
            <PagePart what={words.uses.title}>
              <Uses connection={connection} allowed={seesWorkflows} />
            </PagePart>
            {manages && (
              <PagePart what={words.remove.title}>
                <Removal connection={connection} />
              </PagePart>
            )}
          </Later>
        </div>
      </div>
    </div>
  );
}
