import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Payload } from '@/components/ui/payload/payload';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { AuditEntryOut, ChangeOut } from '@/lib/api/model';
import { useAuditEntry } from '@/lib/hooks/use-audit';
import { actionWords, actorName, thingName } from '@/lib/words/audit';
import { exactTime } from '@/lib/words/time';
import styles from './audit.module.css';

type Props = { id: string | null; onClose: () => void; onOnly: (object: string) => void };

/** Everything about one entry, with what was before and what is after. */
export function EntryDetail({ id, onClose, onOnly }: Props) {
  if (id === null) return null;
  return (
    <Dialog title="Audit entry" onClose={onClose}>
      <Content id={id} onOnly={onOnly} />
    </Dialog>
  );
}

function Content({ id, onOnly }: { id: string; onOnly: (object: string) => void }) {
  const { data, error, isPending, refetch } = useAuditEntry(id);
  if (isPending) return <Skeleton width="100%" height="12rem" />;
  if (data === undefined) {
    return (
      <ErrorNotice
        error={error}
        what="The entry could not be loaded"
        onRetry={() => void refetch()}
      />
    );
  }
  return <Entry entry={data} onOnly={onOnly} />;
}

function Entry({ entry, onOnly }: { entry: AuditEntryOut; onOnly: (object: string) => void }) {
  return (
    <div className={styles.entry}>
      <p className={styles.sentence}>
        {actorName(entry)} {actionWords(entry.action)}.
      </p>
      <dl className={styles.facts}>
        <Fact name="When">
          <time dateTime={entry.at}>{exactTime(new Date(entry.at))}</time>
        </Fact>
        <Fact name="Thing">
          {thingName(entry)} <code>{entry.object_id}</code>
        </Fact>
        <Fact name="From where">
          <code>{entry.address || 'Not known'}</code> {entry.agent}
        </Fact>
        <Fact name="Request">
          <code>{entry.request_id || 'None'}</code>
        </Fact>
        <Fact name="Entry">{entry.sequence ?? 'Waits to be sealed'}</Fact>
      </dl>
      <Changes changes={entry.changes} />
      {Object.keys(entry.detail).length > 0 && (
        <section>
          <h3>Facts</h3>
          <Payload value={entry.detail} label="Facts of the entry" />
        </section>
      )}
      <Button variant="default" size="compact-sm" onClick={() => onOnly(entry.object_id)}>
        Everything about this thing
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

function Changes({ changes }: { changes: Record<string, ChangeOut> }) {
  const fields = Object.entries(changes);
  if (fields.length === 0) return null;
  return (
    <section>
      <h3>Before and after</h3>
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">Before</th>
            <th scope="col">After</th>
          </tr>
        </thead>
        <tbody>
          {fields.map(([field, { before, after }]) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>{shown(before)}</td>
              <td>{shown(after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
