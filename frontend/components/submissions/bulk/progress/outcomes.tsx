import '@mantine/core/styles/Tabs.css';
import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { CursorPager } from '@/components/ui/cursor-pager/cursor-pager';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Link } from '@/components/ui/link/link';
import { Phrase } from '@/components/ui/phrase/phrase';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import { ItemOutcome, type BulkOut } from '@/lib/api/model';
import { useBulkItems } from '../hooks/use-bulk';
import { words } from '../words';
import { listOfRest } from './left-over';
import { columnsOf } from './outcome-columns';
import styles from './outcomes.module.css';

const ORDER = [ItemOutcome.refused, ItemOutcome.done, ItemOutcome.pending];

/** What became of each submission: first those that were left, with why. */
export function Outcomes({ bulk }: { bulk: BulkOut }) {
  const { refused, done, total } = bulk;
  const counts = { refused, done, pending: total - done - refused };
  const usual = refused > 0 || done === 0 ? ItemOutcome.refused : ItemOutcome.done;
  const [shown, setShown] = useState<ItemOutcome>(usual);
  return (
    <section aria-labelledby="outcomes" className={styles.outcomes}>
      <h2 id="outcomes">{words.outcomes.title}</h2>
      <Tabs value={shown} onChange={(next) => setShown(next as ItemOutcome)} keepMounted={false}>
        <Tabs.List>
          {ORDER.map((outcome) => (
            <Tabs.Tab key={outcome} value={outcome}>
              {words.outcomes.tabs[tabOf(bulk, outcome)](counts[outcome])}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {ORDER.map((outcome) => (
          <Tabs.Panel key={outcome} value={outcome} pt="1rem">
            <Items bulk={bulk} outcome={outcome} />
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  );
}

const tabOf = ({ status }: BulkOut, outcome: ItemOutcome) =>
  status === 'stopped' && outcome === 'pending' ? 'stopped' : outcome;

type ItemsProps = { bulk: BulkOut; outcome: ItemOutcome };

function Items({ bulk, outcome }: ItemsProps) {
  const [after, setAfter] = useState(0);
  const { data, error, isPlaceholderData, refetch } = useBulkItems(bulk, outcome, after);
  const columns = columnsOf(outcome);
  if (error)
    return (
      <ErrorNotice error={error} what={words.outcomes.failed} onRetry={() => void refetch()} />
    );
  if (!data) return <TableSkeleton label={words.outcomes.loading} columns={columns} />;
  if (data.items.length === 0) return <p className={styles.none}>{noneOf(bulk, outcome)}</p>;
  return (
    <>
      {bulk.status === 'stopped' && outcome === 'pending' && <WayOn bulk={bulk} />}
      <Table
        cards="phone"
        label={words.outcomes.title}
        columns={columns}
        rows={data.items}
        rowKey={({ submission_id: id }) => id}
        busy={isPlaceholderData}
      />
      <div className={styles.pager}>
        <CursorPager
          cursor={after === 0 ? null : String(after)}
          next={data.next_after === null ? null : String(data.next_after)}
          what={words.outcomes.what}
          onChange={(next) => setAfter(Number(next ?? 0))}
        />
      </div>
    </>
  );
}

/** Where what a stopped action did not come to is chosen again. */
function WayOn({ bulk }: { bulk: BulkOut }) {
  const rest = listOfRest(bulk);
  if (rest === null) return null;
  const list = <Link href={rest}>{words.outcomes.wayOnList}</Link>;
  return (
    <p className={styles.wayOn}>
      <Phrase text={words.outcomes.wayOn} parts={{ list }} />
    </p>
  );
}

/** Nothing there, though some were counted: they are no longer kept. */
function noneOf(bulk: BulkOut, outcome: ItemOutcome): string {
  const counted = outcome === 'refused' ? bulk.refused : outcome === 'done' ? bulk.done : 0;
  const gone = counted > 0 && bulk.finished_at !== null;
  return gone ? words.outcomes.expired : words.outcomes.none[outcome];
}
