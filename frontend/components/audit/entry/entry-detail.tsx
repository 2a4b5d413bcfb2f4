import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Payload } from '@/components/ui/payload/payload';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { AuditEntryOut } from '@/lib/api/model';
import { exactTime } from '@/lib/words/amounts/time';
import { actionWords, actorName, thingName } from '../entries';
import { useAuditEntry } from '../hooks/use-audit';
import { words as all } from '../words';
import { Changes } from './changes';
import styles from './entry-detail.module.css';

const words = all.entry;

type Props = { id: string; onClose: () => void; onOnly: (object: string) => void };

/** Everything about one entry, with what was before and what is after. */
export function EntryDetail({ id, onClose, onOnly }: Props) {
  return (
    <Dialog title={words.title} onClose={onClose}>
      <Content id={id} onOnly={onOnly} />
    </Dialog>
  );
}

function Content({ id, onOnly }: { id: string; onOnly: (object: string) => void }) {
  const { data, error, isPending, refetch } = useAuditEntry(id);
  if (isPending) return <Skeleton width="100%" height="12rem" />;
  if (data === undefined) {
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  }
  return <Entry entry={data} onOnly={onOnly} />;
}

function Entry({ entry, onOnly }: { entry: AuditEntryOut; onOnly: (object: string) => void }) {
  return (
    <div className={styles.entry}>
      <p className={styles.sentence}>
        {words.sentence(actorName(entry), actionWords(entry.action))}
      </p>
      <dl className={styles.facts}>
        <Fact name={words.when}>
          <time dateTime={entry.at}>{exactTime(new Date(entry.at))}</time>
        </Fact>
        <Fact name={words.thing}>
          {thingName(entry)} <code>{entry.object_id}</code>
        </Fact>
        <Fact name={words.where}>
          <code>{entry.address || words.unknown}</code> {entry.agent}
        </Fact>
        <Fact name={words.request}>
          <code>{entry.request_id || words.none}</code>
        </Fact>
        <Fact name={words.entry}>{entry.sequence ?? words.unsealed}</Fact>
      </dl>
      <Changes changes={entry.changes} />
      {Object.keys(entry.detail).length > 0 && (
        <section>
          <h3>{words.facts}</h3>
          <Payload value={entry.detail} label={words.factsLabel} />
        </section>
      )}
      <Button variant="default" size="compact-sm" onClick={() => onOnly(entry.object_id)}>
        {words.everything}
      </Button>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
