import { Button } from '@mantine/core';
import { useState } from 'react';
import { DoneNote } from '@/components/ui/done-note/done-note';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PageHead } from '@/components/ui/page-head/page-head';
import { SecretOnce } from '@/components/ui/secret-once/secret-once';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { AlertRouteOut } from '@/lib/api/model';
import { useAwaitsMe, useMay } from '@/lib/hooks/person/use-may';
import { useRoutes } from '../hooks/use-routes';
import { QuietHours } from '../settings/quiet-hours';
import { words } from '../words';
import { RouteCard } from './route-card';
import { RouteDialog } from './route-dialog';
import styles from './alert-routes.module.css';

/** Where alerts go, and how and when they are told. */
export function AlertRoutes() {
  const manages = useMay('alerts:manage');
  const awaits = useAwaitsMe();
  const [open, setOpen] = useState<AlertRouteOut | 'new' | null>(null);
  const [done, setDone] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <>
      <PageHead
        title={words.routes.title}
        lead={manages || awaits ? words.routes.lead : words.routes.viewer}
        awaits={awaits}
      >
        {manages && <Button onClick={() => setOpen('new')}>{words.routes.add}</Button>}
      </PageHead>
      <DoneNote text={done} />
      {secret !== null && (
        <PagePart what={words.routes.secret.title}>
          <SecretOnce secret={secret} said={words.routes.secret} onStored={() => setSecret(null)} />
        </PagePart>
      )}
      <PagePart what={words.routes.title}>
        <List onOpen={manages ? setOpen : null} />
      </PagePart>
      <PagePart what={words.quiet.title}>
        <QuietHours manages={manages} />
      </PagePart>
      {open && (
        <PagePart what={words.routes.change}>
          <RouteDialog
            route={open === 'new' ? null : open}
            onClose={() => setOpen(null)}
            onDone={(what, made) => {
              setOpen(null);
              setDone(what);
              if (made) setSecret(made);
            }}
          />
        </PagePart>
      )}
    </>
  );
}

function List({ onOpen }: { onOpen: ((route: AlertRouteOut) => void) | null }) {
  const { data, error, isPending, refetch } = useRoutes();
  if (isPending) return <RoutesSkeleton />;
  if (data === undefined)
    return <ErrorNotice error={error} what={words.routes.failed} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyNote title={words.routes.empty.title}>
        <p>{words.routes.empty.text}</p>
      </EmptyNote>
    );
  }
  return (
    <ul className={styles.routes} aria-label={words.routes.title}>
      {data.items.map((route) => (
        <RouteCard key={route.id} route={route} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function RoutesSkeleton() {
  return (
    <div
      className={styles.routes}
      role="status"
      aria-label={words.routes.loading}
      data-awaits="true"
    >
      <Skeleton width="100%" height="6rem" />
      <Skeleton width="100%" height="6rem" />
    </div>
  );
}
