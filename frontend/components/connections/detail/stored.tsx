import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Phrase } from '@/components/ui/phrase/phrase';
import { RelativeTime } from '@/components/ui/relative-time/relative-time';
import type { ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { SettingsDialog } from '../change/settings-dialog';
import { RotateDialog } from '../change/rotate-dialog';
import { useAllowed } from '../hooks/use-allowed';
import { useConnector } from '../hooks/use-connectors';
import { Facts } from '../parts/facts';
import { Section } from '../parts/section';
import type { Json } from '../schema/json';
import { fieldsOf, type Schema } from '../schema/model';
import { words as all } from '../words';
import styles from './entries.module.css';

type Props = { connection: ConnectionOut; onDone: (what: string) => void };

/** Where it leads and how it signs in; of the credentials only that there are some. */
export function Stored({ connection, onDone }: Props) {
  const words = all.detail.settings;
  const { manages } = useAllowed();
  const { connector, isPending } = useConnector(connection.connector);
  const [open, setOpen] = useState<'settings' | 'credentials' | null>(null);
  const close = () => setOpen(null);
  return (
    <Section title={words.title}>
      <Facts
        pending={isPending}
        facts={[
          [words.system, connector?.title ?? connection.connector],
          [words.slug, <code key="slug">{connection.slug}</code>],
          ...settingsOf(connection, connector),
        ]}
      />
      <Changed connection={connection} />
      {manages && connector && (
        <ButtonRow>
          <Button variant="default" size="compact-sm" onClick={() => setOpen('settings')}>
            {words.change}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setOpen('credentials')}>
            {words.rotate}
          </Button>
        </ButtonRow>
      )}
      {connector && open === 'settings' && (
        <PagePart what={words.change}>
          <SettingsDialog {...{ connection, connector, onDone }} onClose={close} />
        </PagePart>
      )}
      {connector && open === 'credentials' && (
        <PagePart what={words.rotate}>
          <RotateDialog {...{ connection, connector, onDone }} onClose={close} />
        </PagePart>
      )}
    </Section>
  );
}

function Changed({ connection }: { connection: ConnectionOut }) {
  const words = all.detail.settings;
  const { changed_at: at, changed_by: by } = connection;
  if (at === null) return null;
  const who = <bdi>{by ?? words.nobody}</bdi>;
  return (
    <p className={styles.changed}>
      <Phrase text={words.changed} parts={{ time: <RelativeTime value={at} />, who }} />
    </p>
  );
}

/** The settings that say something, by their titles and in the order of the form. */
function settingsOf(
  { settings }: ConnectionOut,
  connector: ConnectorOut | undefined,
): [string, ReactNode][] {
  const values = settings as { [name: string]: Json };
  const fields = connector ? fieldsOf(connector.settings_schema as Schema) : [];
  const known = fields.map(({ key, title }): [string, string] => [key, title]);
  const others = Object.keys(values).filter((key) => !known.some(([each]) => each === key));
  return [...known, ...others.map((key): [string, string] => [key, key])]
    .filter(([key]) => said(values[key] ?? null))
    .map(([key, title]) => [title, shown(values[key] ?? null)]);
}

const said = (value: Json) =>
  value !== null && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0);

function shown(value: Json): ReactNode {
  const { yes, no } = all.detail.settings;
  if (typeof value === 'boolean') return value ? yes : no;
  if (typeof value === 'object') return <code>{JSON.stringify(value)}</code>;
  return <bdi>{value}</bdi>;
}
