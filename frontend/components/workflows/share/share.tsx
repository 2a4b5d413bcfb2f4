import dynamic from 'next/dynamic';
import { useState, type ReactNode } from 'react';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { WorkflowOut } from '@/lib/api/model';
import { words } from './words';
import styles from './share.module.css';

const Embedding = dynamic(() => import('./embedding').then((module) => module.Embedding), {
  ssr: false,
});
const FilledLink = dynamic(() => import('./filled-link').then((module) => module.FilledLink), {
  ssr: false,
});
const Programs = dynamic(() => import('./programs').then((module) => module.Programs), {
  ssr: false,
});

/** The ways to give a live workflow to people and programs. */
export function Share({ workflow }: { workflow: WorkflowOut }) {
  const { form_slug: address, slug, name } = workflow;
  const [query, setQuery] = useState('');
  return (
    <div className={styles.share}>
      {address && (
        <>
          <Way title={words.link.title}>
            <FilledLink address={address} query={query} onQuery={setQuery} />
          </Way>
          <Way title={words.embed.title}>
            <Embedding slug={slug} address={address} name={name} query={query} />
          </Way>
        </>
      )}
      <Way title={words.programs.title}>
        <Programs workflow={workflow} />
      </Way>
    </div>
  );
}

/** What it needs is asked for when it is opened for the first time; what was chosen there stays. */
function Way({ title, children }: { title: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <details className={styles.way} onToggle={() => setOpened(true)}>
      <summary>
        <h3>{title}</h3>
      </summary>
      {opened && <PagePart what={title}>{children}</PagePart>}
    </details>
  );
}
