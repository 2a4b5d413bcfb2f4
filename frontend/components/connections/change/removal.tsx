import { Button } from '@mantine/core';
import { useRouter } from 'next/router';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { DangerButton } from '@/components/ui/danger-button/danger-button';
import { Dialog } from '@/components/ui/dialog/dialog';
import type { ConnectionOut, ConnectionUseOut } from '@/lib/api/model';
import { useChanges } from '../hooks/use-changes';
import { useUses } from '../hooks/use-connections';
import { Section } from '../parts/section';
import { words as all } from '../words';
import { Refusal } from './refusal';
import styles from './change.module.css';

/** Deleting it, after what follows from it was on the screen. */
export function Removal({ connection }: { connection: ConnectionOut }) {
  const words = all.detail.remove;
  const [asking, setAsking] = useState(false);
  return (
    <Section title={words.title}>
      <div className={styles.operations}>
        <p className={styles.may}>{words.text}</p>
        <ButtonRow>
          <Button variant="default" size="compact-sm" onClick={() => setAsking(true)}>
            {words.ask}
          </Button>
        </ButtonRow>
      </div>
      {asking && <RemovalDialog connection={connection} onClose={() => setAsking(false)} />}
    </Section>
  );
}

type Props = { connection: ConnectionOut; onClose: () => void };

function RemovalDialog({ connection, onClose }: Props) {
  const words = all.detail.remove;
  const router = useRouter();
  const { remove } = useChanges(connection);
  const { data } = useUses(connection.slug);
  const live = named(data?.items, false);
  const drafts = named(data?.items, true);
  return (
    <Dialog title={words.sure(connection.name)} onClose={onClose}>
      <ul className={styles.consequences}>
        {words.consequences.map((each) => (
          <li key={each}>{each}</li>
        ))}
        {drafts && <li>{words.drafts(drafts)}</li>}
      </ul>
      {live && <p className={styles.warning}>{words.inUse(live)}</p>}
      <Refusal error={remove.error} what={words.failed} />
      <ButtonRow>
        {!live && (
          <DangerButton
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, { onSuccess: () => void router.push('/connections') })
            }
          >
            {words.confirm}
          </DangerButton>
        )}
        <Button variant="default" data-first onClick={onClose}>
          {words.keep}
        </Button>
      </ButtonRow>
    </Dialog>
  );
}

const named = (uses: ConnectionUseOut[] | undefined, draft: boolean) =>
  (uses ?? [])
    .filter((each) => each.draft === draft)
    .map(({ workflow }) => workflow)
    .join(', ');
