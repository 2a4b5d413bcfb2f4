import { NativeSelect } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Phrase } from '@/components/ui/phrase/phrase';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { WorkflowOut } from '@/lib/api/model';
import { useOrigin } from '../hooks/use-origin';
import { record } from '../parts/definition';
import { Snippet } from './snippet';
import { commands, LANGUAGES, snippets, type SnippetLanguage } from './snippets';
import { useOwnSchema } from './use-sharing';
import { words as all } from './words';
import styles from './share.module.css';

/** Stands for a file in the examples of the API. */
const SAMPLE_FILE = '00000000-0000-4000-8000-000000000000';

/** How programs submit, with answers that this workflow takes. */
export function Programs({ workflow }: { workflow: WorkflowOut }) {
  const words = all.programs;
  const { slug, docs_url: docs } = workflow;
  const origin = useOrigin();
  const { data, error, isPending, refetch } = useOwnSchema(slug);
  const [written, setWritten] = useState<SnippetLanguage>('curl');
  if (isPending) return <Skeleton width="24rem" height="8rem" />;
  if (!data)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  const own = { docs: <a href={docs}>{words.docs}</a> };
  const [example] = Array.isArray(data.examples) ? data.examples : [];
  if (!example)
    return (
      <p>
        <Phrase text={words.none} parts={own} />
      </p>
    );
  const taken = { origin, slug, data: record(example) };
  const name = words.languages[written];
  return (
    <div className={styles.part}>
      <p className={styles.quiet}>
        <Phrase
          text={words.text}
          parts={{ keys: <Link href="/settings/keys">{words.keys}</Link> }}
        />
      </p>
      <NativeSelect
        label={words.language}
        value={written}
        data={LANGUAGES.map((each) => ({ value: each, label: words.languages[each] }))}
        onChange={({ currentTarget: { value } }) =>
          setWritten(LANGUAGES.find((each) => each === value) ?? 'curl')
        }
      />
      <Snippet text={snippets[written](taken)} label={words.label(name)} copy={words.copy(name)} />
      <p className={styles.quiet}>{words.idempotency}</p>
      {JSON.stringify(example).includes(SAMPLE_FILE) && (
        <p className={styles.quiet}>
          <Phrase text={words.files} parts={own} />
        </p>
      )}
      <h4>{all.commands.title}</h4>
      <p className={styles.quiet}>{all.commands.text}</p>
      <Snippet text={commands(taken)} label={all.commands.label} copy={all.commands.copy} />
    </div>
  );
}
