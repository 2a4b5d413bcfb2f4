import { NativeSelect } from '@mantine/core';
import { Phrase } from '@/components/ui/phrase/phrase';
import { PageHead } from '@/components/ui/page-head/page-head';
import { Link } from '@/components/ui/link/link';
import { useRouter } from 'next/router';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { useMessages, type Told } from '../hooks/use-messages';
import { useRoutes } from '../hooks/use-routes';
import { words } from '../words';
import { MessageTable, MessagesSkeleton } from './message-table';
import styles from './messages.module.css';
import { useQueryReady } from '@/lib/hooks/use-query-ready';

/** Who was told of what, with every try. */
export function AlertMessages() {
  const { told, change, ready } = useTold();
  const routes = useRoutes();
  const said = words.messages;
  const names = new Map(routes.data?.items.map(({ id, name }) => [id, name]));
  return (
    <>
      <PageHead title={said.title} lead={told.alert === null ? said.lead : <OfOneAlert />}>
        <NativeSelect
          className={styles.choice ?? ''}
          label={said.route}
          value={told.route ?? ''}
          data={[
            { value: '', label: said.everyRoute },
            ...(routes.data?.items ?? []).map(({ id, name }) => ({
              value: id,
              label: name.slice(0, 60),
            })),
          ]}
          onChange={(event) => change({ route: event.currentTarget.value || null })}
        />
      </PageHead>
      {ready ? <Page told={told} names={names} onChange={change} /> : <MessagesSkeleton />}
    </>
  );
}

/** That only one alert's are shown, and the way to all of them. */
function OfOneAlert() {
  const said = words.messages;
  const every = <Link href="/alerts/messages">{said.every}</Link>;
  return <Phrase text={said.onlyAlert} parts={{ every }} />;
}

type Props = {
  told: Told;
  names: ReadonlyMap<string, string>;
  onChange: (next: Partial<Told>) => void;
};

function Page({ told, names, onChange }: Props) {
  const { data, error, isPending, isPlaceholderData, refetch } = useMessages(told);
  const said = words.messages;
  if (isPending) return <MessagesSkeleton />;
  if (data === undefined)
    return <ErrorNotice error={error} what={said.failed} onRetry={() => void refetch()} />;
  if (data.items.length === 0) {
    return (
      <EmptyNote title={said.none.title}>
        <p>{said.none.text}</p>
      </EmptyNote>
    );
  }
  return (
    <>
      <PagePart what={said.title}>
        <MessageTable items={data.items} names={names} stale={isPlaceholderData} />
      </PagePart>
      <CursorPager
        cursor={told.cursor}
        next={data.next_cursor}
        what={said.what}
        onChange={(cursor) => onChange({ cursor })}
      />
    </>
  );
}

/** Which messages are listed: it lives in the address. */
function useTold() {
  const router = useRouter();
  const ready = useQueryReady();
  const text = (name: string) => {
    const value = router.query[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const told: Told = { route: text('route'), alert: text('alert'), cursor: text('cursor') };

  function change(next: Partial<Told>) {
    const merged = Object.entries({ ...told, cursor: null, ...next });
    const query = Object.fromEntries(merged.filter(([, value]) => value !== null));
    const go = 'cursor' in next ? router.push : router.replace;
    void go({ pathname: '/alerts/messages', query }, undefined, { shallow: true });
  }

  return { told, change, ready };
}
