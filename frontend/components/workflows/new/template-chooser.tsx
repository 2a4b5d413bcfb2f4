import { TextInput } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { PageHead } from '@/components/ui/page-head/page-head';
import { PlannedRoute } from '@/components/ui/route-line/planned-route';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import type { ConnectionOut, TemplateOut } from '@/lib/api/model';
import { useAllConnections } from '@/lib/hooks/use-all-connections';
import { fittingOf } from '../hooks/use-setup';
import { useTemplates } from '../hooks/use-templates';
import { words as all } from '../words';
import { Ways } from './start/ways';
import { templateStops } from './template-stops';
import { words as starts } from './words';
import styles from './template-chooser.module.css';

/** The templates, each with its way and the systems that it needs. */
export function TemplateChooser() {
  const words = all.new;
  const [search, setSearch] = useState('');
  const { data, error, isPending, refetch } = useTemplates();
  const connections = useAllConnections();
  const found = data?.items.filter((each) => matches(each, search)) ?? [];
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <Ways />
      <h2>{starts.ways.templates}</h2>
      <TextInput
        className={styles.search ?? ''}
        type="search"
        label={words.search}
        value={search}
        maxLength={100}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {isPending ? (
        <div className={styles.cards} aria-busy aria-label={words.loading} role="status">
          <RouteSkeleton stops={3} />
          <RouteSkeleton stops={3} />
        </div>
      ) : !data ? (
        <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />
      ) : found.length === 0 ? (
        <EmptyNote title={words.nothing.title}>
          <p>{words.nothing.text}</p>
        </EmptyNote>
      ) : (
        <ul className={styles.cards}>
          {found.map((each) => (
            <Card key={each.id} template={each} connections={connections.data} />
          ))}
        </ul>
      )}
      <LiveRegion text={data && search ? words.found(found.length) : ''} />
    </>
  );
}

type CardProps = { template: TemplateOut; connections: ConnectionOut[] | undefined };

function Card({ template, connections }: CardProps) {
  const words = all.new;
  const lacking = connections
    ? template.parts.filter(({ connectors }) => fittingOf(connectors, connections).length === 0)
    : [];
  return (
    <li className={styles.card}>
      <h3>
        <Link href={{ pathname: '/workflows/new', query: { template: template.id } }}>
          {template.name}
        </Link>
      </h3>
      <p className={styles.about}>{template.description}</p>
      <PlannedRoute label={words.stepsOf(template.name)} stops={templateStops(template)} />
      {lacking.length > 0 && (
        <p className={styles.lacking}>{words.lacking(lacking.map(({ name }) => name))}</p>
      )}
    </li>
  );
}

function matches({ name, description, parts, steps }: TemplateOut, search: string): boolean {
  const told = [name, description, ...parts.map((each) => each.name), ...steps.map((s) => s.title)];
  const all = told.join(' ').toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
