import { Button, NativeSelect } from '@mantine/core';
import dynamic from 'next/dynamic';
import { memo, useId, useState } from 'react';
import type { Sort } from '@/lib/api/model';
import { ColumnChooser } from '../table/column-chooser';
import type { ColumnKey } from '../table/column-keys';
import { words } from '../words';
import { Chips } from './chips';
import type { ListFilters } from './filters';
import { SearchField } from './search-field';
import styles from './filter-bar.module.css';

const MoreFilters = dynamic(() => import('./more-filters').then((module) => module.MoreFilters), {
  ssr: false,
});

type Props = {
  filters: ListFilters;
  onChange: (next: Partial<ListFilters>) => void;
  columns: readonly ColumnKey[];
  onColumns: (next: ColumnKey[]) => void;
};

/** What is shown, in which order, with which columns. */
export const FilterBar = memo(function FilterBar(props: Props) {
  const { filters, onChange, columns, onColumns } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div role="search" aria-label={words.filters.label} className={styles.bar}>
      <div className={styles.first}>
        <SearchField value={filters.q} onChange={(q) => onChange({ q })} />
        <Button
          variant="default"
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpen(!open)}
        >
          {open ? words.filters.fewer : words.filters.more}
        </Button>
        <NativeSelect
          className={styles.sort ?? ''}
          aria-label={words.sort.label}
          data={[
            { value: 'newest', label: words.sort.newest },
            { value: 'oldest', label: words.sort.oldest },
            { value: 'changed', label: words.sort.changed },
          ]}
          value={filters.sort}
          onChange={(event) => onChange({ sort: event.currentTarget.value as Sort })}
        />
        <div className={styles.columns}>
          <ColumnChooser columns={columns} onChange={onColumns} />
        </div>
      </div>
      {open && <MoreFilters {...{ id, filters, onChange }} />}
      <Chips {...{ filters, onChange }} />
    </div>
  );
});
