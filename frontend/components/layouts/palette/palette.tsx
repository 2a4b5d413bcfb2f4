import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/spotlight/styles.css';
import { Spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import type { MeOut } from '@/lib/api/model';
import { words } from '../words';
import { useFound } from './hooks/use-found';
import { useDeeds } from './hooks/use-deeds';
import { placesToGo } from './places';
import { matching, type Group } from './entry';
import styles from './palette.module.css';

type Props = { me: MeOut; open: boolean; onClose: () => void };

/** Go to a page, find a thing, or do what can be done anywhere: all by typing. */
export function Palette({ me, open, onClose }: Props) {
  const [query, setQuery] = useState('');
  const found = useFound(query, me.permissions);
  const deeds = useDeeds(me);
  const groups: Group[] = [
    { label: words.palette.goTo, entries: matching(placesToGo(me.permissions), query) },
    ...found.groups,
    { label: words.palette.act, entries: matching(deeds.entries, query) },
  ].filter(({ entries }) => entries.length > 0);

  const close = () => {
    setQuery('');
    onClose();
  };
  return (
    <Spotlight.Root
      forceOpened={open}
      shortcut={null}
      onSpotlightClose={close}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight="min(32rem, 70dvh)"
      classNames={{ content: styles.content ?? '', action: styles.action ?? '' }}
      transitionProps={{ duration: 0 }}
      aria-label={words.find}
    >
      <Spotlight.Search
        aria-label={words.find}
        placeholder={words.palette.placeholder}
        maxLength={100}
      />
      <Spotlight.ActionsList>
        {groups.map(({ label, entries }) => (
          <Spotlight.ActionsGroup key={label} label={label}>
            {entries.map(({ id, label, description, run, href }) => (
              <Spotlight.Action
                key={id}
                label={label}
                {...(description ? { description } : {})}
                onClick={() => {
                  close();
                  if (run) run();
                  else if (href) deeds.go(href);
                }}
              />
            ))}
          </Spotlight.ActionsGroup>
        ))}
        {groups.length === 0 && (
          <Spotlight.Empty>
            {found.busy ? words.palette.searching : words.palette.nothing}
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
