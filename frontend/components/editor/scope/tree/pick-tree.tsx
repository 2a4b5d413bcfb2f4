import { TextInput } from '@mantine/core';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useSampleValue } from '../hooks/use-sample-value';
import type { Group, Item } from '../model/item';
import { words } from '../words';
import styles from './pick-tree.module.css';

type Props = {
  groups: readonly Group[];
  /** Whether an item can be taken here; without, all can. */
  accepts?: (item: Item) => boolean;
  onPick: (item: Item) => void;
};

/** A searchable list of what can be picked; the arrow keys go through it. */
export function PickTree({ groups, accepts = () => true, onPick }: Props) {
  const [search, setSearch] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const known = groups
    .map((group) => ({ ...group, items: fitting(group.items, accepts) }))
    .filter(({ items }) => items.length > 0);
  const found = known
    .map((group) => ({ ...group, items: searched(group.items, search.trim().toLowerCase()) }))
    .filter(({ items }) => items.length > 0);
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.findIndex((each) => each === document.activeElement);
    event.preventDefault();
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <div className={styles.tree} onKeyDown={move}>
      <TextInput
        label={words.search}
        description={words.searchHint}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-first
      />
      <div ref={list} className={styles.groups}>
        {found.map((group) => (
          <section key={group.key} aria-label={group.label}>
            <h3 dir="auto">{group.label}</h3>
            {group.hint && <p className={styles.hint}>{group.hint}</p>}
            <Items items={group.items} accepts={accepts} onPick={onPick} />
          </section>
        ))}
        {found.length === 0 && <p>{known.length === 0 ? words.none : words.noneFound}</p>}
      </div>
    </div>
  );
}

type ItemsProps = { items: readonly Item[]; accepts: (item: Item) => boolean } & Pick<
  Props,
  'onPick'
>;

function Items({ items, accepts, onPick }: ItemsProps) {
  const sample = useSampleValue();
  return (
    <ul className={styles.items}>
      {items.map((item) => (
        <li key={item.path.join('.')}>
          {accepts(item) ? (
            <button type="button" className={styles.item} onClick={() => onPick(item)}>
              <ItemWords item={item} sample={sample(item.path)} />
            </button>
          ) : (
            <p className={styles.whole}>
              <ItemWords item={item} sample="" />
            </p>
          )}
          {item.parts && item.type !== 'rows' && (
            <Items items={item.parts} accepts={accepts} onPick={onPick} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ItemWords({ item, sample }: { item: Item; sample: string }) {
  const kind = words.kinds[item.kind] ?? item.kind;
  return (
    <>
      <span dir="auto">{item.label}</span>{' '}
      <span className={styles.kind}>{item.optional ? `${kind}, ${words.optional}` : kind}</span>
      {sample && (
        <>
          {' '}
          <span className={styles.sample} dir="auto">
            {words.sample(sample)}
          </span>
        </>
      )}
    </>
  );
}

const withParts = (item: Item, parts: Item[]): Item => (item.parts ? { ...item, parts } : item);

/** What can be taken, and wholes with a part that can. */
const fitting = (items: readonly Item[], accepts: (item: Item) => boolean): Item[] =>
  items
    .map((item) =>
      item.type === 'rows' ? item : withParts(item, fitting(item.parts ?? [], accepts)),
    )
    .filter((item) => accepts(item) || (item.type !== 'rows' && (item.parts?.length ?? 0) > 0));

function searched(items: readonly Item[], text: string): Item[] {
  return items.flatMap((item) => {
    const said = `${item.label} ${words.kinds[item.kind] ?? ''}`.toLowerCase();
    if (said.includes(text)) return [item];
    const parts = searched(item.type === 'rows' ? [] : (item.parts ?? []), text);
    return parts.length > 0 ? [withParts(item, parts)] : [];
  });
}
