import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { Link } from '@/components/ui/link/link';
import { memo, useState } from 'react';
import { useMe } from '@/lib/hooks/person/use-me';
import type { ViewOut } from '@/lib/api/model';
import { alike, filtersWanted, NONE, queryOf, type ListFilters } from '../filters/filters';
import { useChangeViews, useViews } from '../hooks/use-views';
import type { ColumnKey } from '../table/column-keys';
import { words } from '../words';
import { bodyOf } from './view-body';
import styles from './views.module.css';

const ViewDialog = dynamic(() => import('./view-dialog').then((module) => module.ViewDialog), {
  ssr: false,
});

type Props = {
  filters: ListFilters;
  columns: readonly ColumnKey[];
  /** The view that is shown, if it is still there. */
  view: ViewOut | undefined;
};

/** Usual and saved filters, one step away. */
export const ViewTabs = memo(function ViewTabs({ filters, columns, view }: Props) {
  const { views } = useViews();
  const [open, setOpen] = useState<'new' | 'change' | null>(null);
  const { change } = useChangeViews();
  const me = useMe().data;
  const manages = me?.permissions.includes('organization:manage') ?? false;
  const changed = view && !shows(view, filters, columns);
  return (
    <div className={styles.views}>
      <nav aria-label={words.views.label} className={styles.tabs}>
        {usual().map(({ label, filters: of }) => (
          <Tab key={label} label={label} filters={of} here={!view && alike(of, filters)} />
        ))}
        {views.map((each) => (
          <Tab
            key={each.id}
            label={each.name}
            title={
              each.mine
                ? each.shared
                  ? words.views.shared
                  : undefined
                : words.views.sharedBy(each.by)
            }
            filters={{ ...filtersWanted(each.filter, each.sort), view: each.id }}
            here={each.id === view?.id}
          />
        ))}
      </nav>
      <div className={styles.actions}>
        {view && changed && (view.mine || manages) && (
          <Button
            variant="default"
            size="compact-sm"
            loading={change.isPending}
            onClick={() => change.mutate({ viewId: view.id, data: bodyOf(filters, columns, view) })}
          >
            {words.views.keep}
          </Button>
        )}
        {view && (view.mine || manages) && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('change')}>
            {words.views.change}
          </Button>
        )}
        {(!view || changed) && (
          <Button variant="default" size="compact-sm" onClick={() => setOpen('new')}>
            {words.views.save}
          </Button>
        )}
      </div>
      {open && (
        <ViewDialog
          view={open === 'change' ? view : undefined}
          filters={filters}
          columns={columns}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
});

/** What most people look for most of the time. */
function usual(): { label: string; filters: ListFilters }[] {
  return [
    { label: words.views.all, filters: NONE },
    { label: words.views.needs, filters: { ...NONE, status: ['needs_attention'] } },
    { label: words.views.failed, filters: { ...NONE, status: ['failed'] } },
    { label: words.views.transit, filters: { ...NONE, status: ['accepted', 'delivering'] } },
  ];
}

function shows(view: ViewOut, filters: ListFilters, columns: readonly ColumnKey[]): boolean {
  const kept = view.columns.length === 0 || view.columns.join() === columns.join();
  return kept && alike(filtersWanted(view.filter, view.sort), filters);
}

type TabProps = { label: string; title?: string | undefined; filters: ListFilters; here: boolean };

function Tab({ label, title, filters, here }: TabProps) {
  return (
    <Link
      href={{ pathname: '/submissions', query: queryOf(filters) }}
      shallow
      scroll={false}
      className={styles.tab}
      title={title}
      dir="auto"
      aria-current={here ? 'page' : undefined}
    >
      {label}
    </Link>
  );
}
