import { useMemo } from 'react';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { useZone } from '@/lib/hooks/person/use-zone';
import { FilterBar } from './filters/filter-bar';
import { wantedOf, type Wanted } from './filters/filters';
import { useAddress } from './hooks/use-address';
import { useColumns } from './hooks/use-columns';
import { useCount } from './hooks/use-count';
import { useViews } from './hooks/use-views';
import { countWords } from './count-words';
import { Found } from './found';
import type { BulkSlot } from './selection';
import { ListSkeleton } from './table/table-skeleton';
import { ViewTabs } from './views/view-tabs';
import { words } from './words';
import styles from './submission-list.module.css';

/** Find this one; what failed? `bulk` stands above the list while something is selected. */
export function SubmissionList({ bulk }: { bulk?: BulkSlot }) {
  const { filters, strange, change, ready } = useAddress();
  const { views, isPending } = useViews();
  const view = views.find(({ id }) => id === filters.view);
  const { columns, choose } = useColumns(view?.columns);
  const zone = useZone();
  const wanted = useMemo(() => wantedOf(filters, zone), [filters, zone]);
  return (
    <>
      <div className={styles.head}>
        <h1>{words.title}</h1>
        <Count wanted={wanted} ready={ready} />
        <p className={styles.lead}>
          {words.lead} {words.arriving[filters.sort]}
        </p>
      </div>
      <PagePart what={words.views.label}>
        <ViewTabs filters={filters} columns={columns} view={view} />
      </PagePart>
      {filters.view !== null && !isPending && !view && (
        <p className={styles.gone}>{words.views.gone}</p>
      )}
      {strange.length > 0 && (
        <p className={styles.gone} role="alert">
          {words.filters.leftOut(strange)}
        </p>
      )}
      <PagePart what={words.filters.label}>
        <FilterBar filters={filters} onChange={change} columns={columns} onColumns={choose} />
      </PagePart>
      <PagePart what={words.title}>
        {ready ? (
          <Found {...{ filters, change, wanted, columns, bulk }} />
        ) : (
          <ListSkeleton shown={columns} sort={filters.sort} />
        )}
      </PagePart>
    </>
  );
}

function Count({ wanted, ready }: { wanted: Wanted; ready: boolean }) {
  const { data: count } = useCount(wanted, ready);
  return (
    <p className={styles.count} role="status">
      {count && countWords(count)}
    </p>
  );
}
