import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { useEffect, useRef, useState } from 'react';
import type { MeOut } from '@/lib/api/model';
import { words } from '../words';
import { useFound } from './hooks/use-found';
import { useDeeds } from './hooks/use-deeds';
import { placesToGo } from './places';
import { matching, type Group } from './entry';
import styles from './palette.module.css';

const [store, spotlight] = createSpotlight();
export const closePalette = spotlight.close;

/** `asked`: how often somebody wanted it; each time it opens, or closes where it is open. */
type Props = { me: MeOut; asked: number };

/** Go to a page, find a thing, or do what can be done anywhere: all by typing. */
export function Palette({ me, asked }: Props) {
  const answered = useRef(0);
  useEffect(() => {
    if (answered.current === asked) return;
    answered.current = asked;
    spotlight.toggle();
  }, [asked]);
  const [query, setQuery] = useState('');
  const found = useFound(query, me.permissions);
  const deeds = useDeeds(me);
  const groups: Group[] = [
    { label: words.palette.goTo, entries: matching(placesToGo(me.permissions), query) },
    ...found.groups,
    { label: words.palette.act, entries: matching(deeds.entries, query) },
  ].filter(({ entries }) => entries.length > 0);
  const shown = groups.flatMap(({ entries }) => entries.map(({ id }) => id)).join('\n');
  // What was found comes after the query, and Spotlight chooses the first when the query changes.
  useEffect(() => {
    if (query.trim()) chooseFirst();
  }, [shown, query]);

  return (
    <Spotlight.Root
      store={store}
      shortcut={null}
      onSpotlightClose={() => setQuery('')}
      query={query}
      onQueryChange={setQuery}
      scrollable
      maxHeight="min(32rem, 70dvh)"
      classNames={{ content: styles.content ?? '', action: styles.action ?? '' }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 0 }}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': words.find } }}
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

/** As Spotlight does it, unless something is chosen. */
function chooseFirst() {
  if (document.querySelector('[data-action][data-selected]')) return;
  document.querySelector('[data-action]')?.setAttribute('data-selected', 'true');
  store.updateState((state) => ({ ...state, selected: 0 }));
}
