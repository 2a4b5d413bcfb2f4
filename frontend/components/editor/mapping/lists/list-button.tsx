import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { ListOut } from '@/lib/api/model';
import { useSystems } from '../../steps/hooks/use-systems';
import { words as all } from '../words';
import styles from './lists.module.css';
import { useList } from './use-list';

type Props = {
  /** The slug of the step's connection. */
  connection: string;
  /** What the input is called: the list with that name is offered first. */
  inputKey: string;
  onChoose: (value: string) => void;
};

/** Offers what the connected system has to choose from; nothing where it has no lists. */
export function ListButton({ connection, inputKey, onChoose }: Props) {
  const { connections, connectorOf } = useSystems();
  const [isOpen, open] = useState(false);
  const lists = connectorOf(connection)?.lists ?? [];
  const name = connections.find(({ slug }) => slug === connection)?.name ?? connection;
  if (lists.length === 0) return null;
  return (
    <>
      <Button className={styles.open} variant="subtle" onClick={() => open(true)}>
        {all.list.button(name)}
      </Button>
      {isOpen && (
        <Dialog title={all.list.button(name)} onClose={() => open(false)}>
          <Chooser
            connection={connection}
            lists={lists}
            first={likeliest(lists, inputKey)}
            onChoose={(value) => {
              onChoose(value);
              open(false);
            }}
          />
        </Dialog>
      )}
    </>
  );
}

const likeliest = (lists: readonly ListOut[], key: string): string =>
  (
    lists.find(({ name }) => name === key || name.replace(/ies$/, 'y').replace(/s$/, '') === key) ??
    lists[0]
  )?.name ?? '';

type ChooserProps = {
  connection: string;
  lists: readonly ListOut[];
  first: string;
  onChoose: (value: string) => void;
};

function Chooser({ connection, lists, first, onChoose }: ChooserProps) {
  const words = all.list;
  const [list, setList] = useState(first);
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 250);
  const { data, error, isSuccess } = useList(connection, list, wanted);
  return (
    <div className={styles.chooser}>
      <NativeSelect
        label={words.which}
        value={list}
        data={lists.map(({ name, title }) => ({ value: name, label: title }))}
        onChange={(event) => setList(event.currentTarget.value)}
      />
      <TextInput
        label={words.search}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-first
      />
      {error && <ErrorNotice error={error} what={words.failed} />}
      {isSuccess && data.items.length === 0 && <p>{words.none}</p>}
      <ul className={styles.entries}>
        {data?.items.map(({ value, label, detail }) => (
          <li key={value}>
            <button type="button" className={styles.entry} onClick={() => onChoose(value)}>
              <span dir="auto">{label}</span>{' '}
              <span className={styles.detail} dir="auto">
                {[value, detail].filter(Boolean).join(', ')}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {data && data.total > data.items.length && <p>{words.more}</p>}
    </div>
  );
}
