import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PageHead } from '@/components/ui/page-head/page-head';
import { SecretOnce } from '@/components/ui/secret-once/secret-once';
import type { CallbackEndpointSecretOut } from '@/lib/api/model';
import { useAwaitsMe, useMay } from '@/lib/hooks/person/use-may';
import { useEndpoints } from '../hooks/use-endpoints';
import { words } from '../words';
import { EndpointSkeleton, EndpointTable } from './endpoint-table';

const EndpointDialog = dynamic(
  () => import('./endpoint-dialog').then((module) => module.EndpointDialog),
  {
    ssr: false,
  },
);

/** Who hears of submissions. */
export function EndpointList() {
  const manages = useMay('callbacks:manage');
  const awaits = useAwaitsMe();
  const router = useRouter();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<CallbackEndpointSecretOut | null>(null);
  return (
    <>
      <PageHead title={words.title} lead={words.lead} awaits={awaits}>
        {manages && <Button onClick={() => setMaking(true)}>{words.endpoints.add}</Button>}
      </PageHead>
      {made && (
        <PagePart what={words.parts.secret}>
          <SecretOnce
            key={made.id}
            secret={made.secret}
            said={words.secret}
            onStored={() => void router.push(`/callbacks/${made.id}`)}
          />
        </PagePart>
      )}
      <PagePart what={words.endpoints.title}>
        <List manages={manages} />
      </PagePart>
      {making && (
        <PagePart what={words.parts.form}>
          <EndpointDialog
            endpoint={null}
            onClose={() => setMaking(false)}
            onMade={(endpoint) => {
              setMaking(false);
              setMade(endpoint);
            }}
            onSaved={() => setMaking(false)}
          />
        </PagePart>
      )}
    </>
  );
}

function List({ manages }: { manages: boolean }) {
  const [cursor, setCursor] = useState<string | null>(null);
  const { data, error, isPending, refetch } = useEndpoints(cursor);
  const said = words.endpoints;
  if (isPending) return <EndpointSkeleton />;
  if (data === undefined)
    return <ErrorNotice error={error} what={said.failed} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyNote title={said.empty.title}>
        <p>{manages ? said.empty.text : said.empty.viewer}</p>
      </EmptyNote>
    );
  }
  return (
    <>
      <EndpointTable items={data.items} />
      <CursorPager cursor={cursor} next={data.next_cursor} what={said.what} onChange={setCursor} />
    </>
  );
}
