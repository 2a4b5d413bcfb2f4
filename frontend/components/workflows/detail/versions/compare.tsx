import { NativeSelect } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { VersionOut } from '@/lib/api/model';
import { words as all } from '../../words';
import styles from './compare.module.css';

const Changes = dynamic(() => import('../changes').then((module) => module.Changes), {
  ssr: false,
  loading: () => <Skeleton width="16rem" />,
});

type Props = { slug: string; versions: VersionOut[]; hasDraft: boolean };
type Pair = { before: string; after: string };

/** What differs between any two states; nothing while there is only one. */
export function Compare({ slug, versions, hasDraft }: Props) {
  const words = all.detail.versions;
  const states = [
    ...(hasDraft ? [{ value: 'draft', label: words.draft }] : []),
    ...versions.map(({ number }) => ({ value: String(number), label: words.number(number) })),
  ];
  const [chosen, setChosen] = useState<Pair | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [first, second] = states;
  if (!first || !second) return null;
  const pair = chosen ?? { before: second.value, after: first.value };
  return (
    <details
      className={styles.compare}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{words.compare.title}</summary>
      <div className={styles.pair}>
        <NativeSelect
          label={words.compare.before}
          data={states}
          value={pair.before}
          onChange={({ currentTarget: { value } }) => setChosen({ ...pair, before: value })}
        />
        <NativeSelect
          label={words.compare.after}
          data={states}
          value={pair.after}
          onChange={({ currentTarget: { value } }) => setChosen({ ...pair, after: value })}
        />
      </div>
      {isOpen && <Changes slug={slug} {...pair} />}
    </details>
  );
}
