import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { PageHead } from '@/components/ui/page-head/page-head';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { ConnectorOut } from '@/lib/api/model';
import { alike } from '@/lib/words/alike';
import { words as all } from '../words';
import { keep, readKept } from './kept';
import styles from './create.module.css';

type Props = {
  systems: ConnectorOut[];
  organization: string;
  onChoose: (name: string) => void;
};

type Awaited = Pick<Props, 'onChoose'> & {
  systems: ConnectorOut[] | undefined;
  organization: string | null;
};

/** What the step asks stands in the document; the systems come with the data. */
export function ChooseSystem({ systems, organization, onChoose }: Awaited) {
  const words = all.create.system;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      {systems && organization !== null ? (
        <Choice systems={systems} organization={organization} onChoose={onChoose} />
      ) : (
        <Skeleton width="100%" height="20rem" />
      )}
    </>
  );
}

/** Every system that can be connected, found by its name or by what it does. */
function Choice({ systems, organization, onChoose }: Props) {
  const words = all.create.system;
  const [search, setSearch] = useState('');
  const [kept, setKept] = useState(() => readKept(organization));
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const found = systems.filter((each) => matches(each, search));
  const begun = systems.find(({ name }) => name === kept?.connector);
  return (
    <>
      {begun && (
        <div className={styles.begun}>
          <p>{words.again(begun.title)}</p>
          <ButtonRow>
            <Button size="compact-sm" onClick={() => onChoose(begun.name)}>
              {words.resume}
            </Button>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                keep(organization, null);
                setKept(null);
              }}
            >
              {words.discard}
            </Button>
          </ButtonRow>
        </div>
      )}
      <TextInput
        ref={input}
        type="search"
        label={words.search}
        description={words.hint}
        maxLength={100}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <LiveRegion text={search === '' ? '' : words.found(found.length)} />
      {found.length === 0 && <p>{words.unmatched}</p>}
      <ul className={styles.systems}>
        {found.map((each) => (
          <li key={each.name}>
            <button type="button" className={styles.system} onClick={() => onChoose(each.name)}>
              <strong>{each.title}</strong>
              <span>{each.description}</span>
              <span className={styles.quiet}>{words.does(each.actions.length)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Every word of the search is somewhere in its name, its description or its actions, or what means the same. */
function matches({ name, title, description, actions }: ConnectorOut, search: string): boolean {
  const does = actions.flatMap((each) => [each.name, each.title, each.description]);
  const said = [name, title, description, ...does].join(' ').toLowerCase();
  const says = (word: string) => said.includes(word);
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => alike(word, all.create.system.alike).some(says));
}
