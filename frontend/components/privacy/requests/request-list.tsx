import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { PrivacyRequestOut } from '@/lib/api/model';
import { usePrivacyRequests } from '../hooks/use-privacy';
import { words } from '../words';
import styles from './request-list.module.css';

type Props = { open: string | null; onOpen: (id: string) => void };

/** Earlier searches and erasures. Whom they were about is forgotten after a week. */
export function RequestList({ open, onOpen }: Props) {
  return (
    <section className={styles.earlier} aria-labelledby="earlier">
      <h2 id="earlier">{words.requests.title}</h2>
      <List open={open} onOpen={onOpen} />
    </section>
  );
}

function List({ open, onOpen }: Props) {
  const { data, error, isPending, refetch } = usePrivacyRequests();
  if (isPending) return <Skeleton width="100%" height="8rem" />;
  if (data === undefined) {
    return (
      <ErrorNotice error={error} what={words.requests.notLoaded} onRetry={() => void refetch()} />
    );
  }
  if (data.items.length === 0) {
    return (
      <EmptyNote title={words.requests.none.title}>
        <p>{words.requests.none.text}</p>
      </EmptyNote>
    );
  }
  return (
    <ul className={styles.list}>
      {data.items.map((request) => (
        <Item key={request.id} request={request} current={request.id === open} onOpen={onOpen} />
      ))}
    </ul>
  );
}

type ItemProps = {
  request: PrivacyRequestOut;
  current: boolean;
  onOpen: (id: string) => void;
};

function Item({ request, current, onOpen }: ItemProps) {
  return (
    <li aria-current={current ? 'true' : undefined}>
      <button type="button" className={styles.open} onClick={() => onOpen(request.id)}>
        {request.subject ?? words.requests.forgotten}
      </button>
      <span>{words.statuses[request.status]}</span>
      <span className={styles.note}>{words.requests.counts(request.found, request.erased)}</span>
      <span className={styles.note}>
        <RelativeTime value={request.created_at} />
      </span>
    </li>
  );
}
