import { useRouter } from 'next/router';
import { EndpointDetail, EndpointSkeleton } from '@/components/callbacks/detail/endpoint-detail';
import { CallbackLog } from '@/components/callbacks/log/callback-log';
import { OperatorLayout } from '@/components/layouts/operator-layout';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { words } from '@/lib/words/catalogues/pages';

/** One endpoint, and what it was sent. */
export default function CallbackEndpointPage() {
  const { query, isReady } = useRouter();
  const id = typeof query.id === 'string' ? query.id : '';
  return (
    <OperatorLayout title={words.callback} trail={[{ href: '/callbacks', label: words.callbacks }]}>
      {isReady ? (
        <>
          <PagePart what={words.callback}>
            <EndpointDetail key={id} id={id} />
          </PagePart>
          <PagePart what={words.parts.callbackLog}>
            <CallbackLog endpoint={id} />
          </PagePart>
        </>
      ) : (
        <EndpointSkeleton />
      )}
    </OperatorLayout>
  );
}
