import { Button } from '@mantine/core';
import { useState } from 'react';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Column } from '@/components/ui/table/column';
import { Table } from '@/components/ui/table/table';
import { TableSkeleton } from '@/components/ui/table/table-skeleton';
import type { VersionOut } from '@/lib/api/model';
import { words as all } from '../../words';
import { Changes } from '../changes';
import styles from './version-table.module.css';

type OnRestore = ((version: VersionOut) => void) | null;
type Props = { slug: string; versions: VersionOut[]; onRestore: OnRestore };

const LOOK = { cards: 'phone', className: styles.table } as const;

export function VersionTable({ slug, versions, onRestore }: Props) {
  const known = new Set(versions.map(({ number }) => number));
  return (
    <Table
      {...LOOK}
      label={all.detail.versions.title}
      columns={columns(slug, known, onRestore)}
      rows={versions}
      rowKey={({ number }) => String(number)}
    />
  );
}

export function VersionSkeleton() {
  return (
    <TableSkeleton
      {...LOOK}
      label={all.detail.versions.loading}
      columns={columns('', new Set(), null)}
    />
  );
}

function columns(slug: string, known: Set<number>, onRestore: OnRestore): Column<VersionOut>[] {
  const words = all.detail.versions;
  const heads = words.columns;
  const shown: Column<VersionOut>[] = [
    {
      key: 'number',
      head: heads.number,
      names: true,
      cell: ({ number }) => words.number(number),
      bone: { width: '4.5rem' },
    },
    {
      key: 'state',
      head: heads.state,
      cell: ({ state }) =>
        state === 'live' ? (
          <StateLabel state="delivered" word={words.live} />
        ) : (
          <span className={styles.quiet}>{words.replaced}</span>
        ),
      bone: { width: '4rem' },
    },
    {
      key: 'when',
      head: heads.published,
      cell: ({ published_at: at, published_by: by }) => (
        <>
          <RelativeTime value={at} />
          {by && <span className={styles.by}>{words.by(by)}</span>}
        </>
      ),
      bone: { width: '9rem' },
    },
    {
      key: 'why',
      head: heads.why,
      cell: ({ number, restores, note }) => (
        <>
          {note && (
            <p className={styles.note} dir="auto">
              {note}
            </p>
          )}
          {restores !== null && <p>{words.restores(restores)}</p>}
          {known.has(number - 1) ? (
            <WhatChanged slug={slug} number={number} />
          ) : (
            <span className={styles.quiet}>{number === 1 ? words.first : ''}</span>
          )}
        </>
      ),
      className: styles.why,
      bone: { width: '8rem' },
    },
  ];
  if (onRestore)
    shown.push({
      key: 'restore',
      head: heads.actions,
      headHidden: true,
      cell: (version) =>
        version.state !== 'live' && (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={words.restore.chooseOf(version.number)}
            onClick={() => onRestore(version)}
          >
            {words.restore.choose}
          </Button>
        ),
      className: styles.action,
    });
  return shown;
}

/** Asked for when it is opened. */
function WhatChanged({ slug, number }: { slug: string; number: number }) {
  const words = all.detail.versions;
  const [open, setOpen] = useState(false);
  return (
    <details className={styles.changed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.changed(number - 1)}</summary>
      {open && <Changes slug={slug} before={String(number - 1)} after={String(number)} />}
    </details>
  );
}
