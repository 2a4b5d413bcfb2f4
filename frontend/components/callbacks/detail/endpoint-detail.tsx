import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Link } from '@/components/ui/link/link';
import { PageHead } from '@/components/ui/page-head/page-head';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { SecretOnce } from '@/components/ui/secret-once/secret-once';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { CallbackEndpointOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { useMay } from '@/lib/hooks/person/use-may';
import { useEndpoint } from '../hooks/use-endpoints';
import { words } from '../words';
import { EndpointActions, type Asked } from './endpoint-actions';
import { EndpointFacts } from './endpoint-facts';
import { RemoveDialog } from './remove-dialog';
import { RotateDialog } from './rotate-dialog';
import { WhyOff } from './why-off';
import styles from './endpoint-detail.module.css';

const EndpointDialog = dynamic(
  () => import('../endpoints/endpoint-dialog').then((module) => module.EndpointDialog),
  {
    ssr: false,
  },
);

/** One endpoint: where it is, what it hears of, whether it works, and what can be done. */
export function EndpointDetail({ id }: { id: string }) {
  const { data, error, isPending, refetch } = useEndpoint(id);
  if (isPending) return <EndpointSkeleton />;
  if (data === undefined) {
    if (error instanceof ApiError && [404, 422].includes(error.status)) return <Unknown />;
    return <ErrorNotice error={error} what={words.detail.failed} onRetry={() => void refetch()} />;
  }
  return <Shown endpoint={data} />;
}

function Shown({ endpoint }: { endpoint: CallbackEndpointOut }) {
  const router = useRouter();
  const manages = useMay('callbacks:manage');
  const [asked, setAsked] = useState<Asked | null>(null);
  const [done, setDone] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <PageHead title={endpoint.description || endpoint.url} lead={words.detail.lead} />
      <DoneNote text={done} />
      {secret !== null && (
        <PagePart what={words.parts.secret}>
          <SecretOnce secret={secret} said={words.secret} onStored={() => setSecret(null)} />
        </PagePart>
      )}
      <WhyOff endpoint={endpoint} manages={manages} />
      <EndpointFacts endpoint={endpoint} />
      <PagePart what={words.parts.actions}>
        {manages ? (
          <EndpointActions endpoint={endpoint} onAsk={setAsked} />
        ) : (
          <p className={styles.viewer}>{words.detail.viewer}</p>
        )}
      </PagePart>
      {asked === 'change' && (
        <EndpointDialog
          endpoint={endpoint}
          onClose={close}
          onSaved={(what) => {
            close();
            setDone(what);
          }}
        />
      )}
      {asked === 'rotate' && (
        <RotateDialog
          endpoint={endpoint}
          onClose={close}
          onRotated={(made) => {
            close();
            setSecret(made);
          }}
        />
      )}
      {asked === 'remove' && (
        <RemoveDialog
          endpoint={endpoint}
          onClose={close}
          onRemoved={() => void router.replace('/callbacks')}
        />
      )}
    </>
  );
}

function Unknown() {
  return (
    <EmptyNote title={words.detail.unknown.title}>
      <p>{words.detail.unknown.text}</p>
      <Link href="/callbacks">{words.detail.unknown.back}</Link>
    </EmptyNote>
  );
}

/** The page before anything is known. */
export function EndpointSkeleton() {
  return (
    <>
      <PageHead title={words.detail.title} lead={words.detail.lead} />
      <div
        role="status"
        aria-label={words.detail.loading}
        className={styles.bones}
        data-awaits="true"
      >
        <Skeleton width="100%" height="9rem" />
        <Skeleton width="20rem" height="2.25rem" />
      </div>
    </>
  );
}
