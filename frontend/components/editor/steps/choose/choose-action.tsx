import { Button, TextInput } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { useMay } from '@/lib/hooks/person/use-may';
import { useSystems, type Systems } from '../hooks/use-systems';
import { joined } from '../model/use';
import { words as all } from '../words';
import { foundIn, type Group } from './found';
import { SystemActions } from './system-actions';
import styles from './choose.module.css';

type Props = { title: string; onChoose: (use: string) => void; onClose: () => void };

/** Everything that a step can do in a connected system, found by words. */
export function ChooseAction({ title, onChoose, onClose }: Props) {
  const systems = useSystems();
  // Another system may have been connected in another tab.
  useWindowEvent('focus', systems.refetch);
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={styles.choose}>
        <Choices systems={systems} onChoose={onChoose} />
        <ConnectMore />
      </div>
    </Dialog>
  );
}

function Choices({ systems, onChoose }: { systems: Systems; onChoose: (use: string) => void }) {
  const words = all.choose;
  const [search, setSearch] = useState('');
  const { connections, connectorOf, isPending, error, refetch } = systems;
  if (error) return <ErrorNotice error={error} what={words.failed} onRetry={refetch} />;
  if (isPending) return <RouteSkeleton stops={3} />;
  if (connections.length === 0) return <p>{words.none}</p>;
  const groups = foundIn(connections, connectorOf, search);
  return (
    <>
      <TextInput
        data-first
        type="search"
        label={words.search}
        description={words.hint}
        maxLength={100}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <LiveRegion text={search === '' ? '' : words.found(countOf(groups))} />
      {groups.length === 0 && <p>{words.unmatched}</p>}
      {groups.map((group) => (
        <SystemActions
          key={group.connection.slug}
          group={group}
          onChoose={(action) => onChoose(joined(group.connection.slug, action))}
        />
      ))}
    </>
  );
}

const countOf = (groups: Group[]) => groups.reduce((sum, { actions }) => sum + actions.length, 0);

function ConnectMore() {
  const words = all.choose;
  const mayConnect = useMay('connections:manage');
  if (!mayConnect) return <p className={styles.quiet}>{words.ask}</p>;
  return (
    <div>
      <ButtonRow>
        <Button
          component="a"
          variant="default"
          href="/connections/new"
          target="_blank"
          rel="noreferrer"
        >
          {words.more}
        </Button>
      </ButtonRow>
      <p className={styles.quiet}>{words.moreHint}</p>
    </div>
  );
}
