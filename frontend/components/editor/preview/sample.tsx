import { Button, JsonInput, Select } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useEditor, useSample } from '../store/context';
import { words as all } from '../words';
import { useEarlier, useTaking } from './hooks/use-earlier';
import { useExample } from './hooks/use-example';
import styles from './preview.module.css';

/** The answers that the preview is computed with. */
export function SampleAnswers() {
  const words = all.preview;
  const [sample, setSample] = useSample();
  const [asked, setAsked] = useState(false);
  const taking = useTaking(setSample);
  const takeExample = useExample();
  return (
    <div className={styles.sample}>
      <h2>{sample.reference ? words.of(sample.reference) : words.sample}</h2>
      {sample.reference ? (
        <p className={styles.quiet}>{words.masked}</p>
      ) : (
        <p className={styles.quiet}>{words.typed}</p>
      )}
      <div className={styles.ways}>
        <Button variant="default" size="compact-sm" onClick={() => void takeExample()}>
          {words.example}
        </Button>
        {!asked && (
          <Button variant="default" size="compact-sm" onClick={() => setAsked(true)}>
            {words.take}
          </Button>
        )}
      </div>
      {asked && <Earlier onTake={(id) => void taking.take(id)} />}
      {taking.error && <ErrorNotice error={taking.error} what={words.answersFailed} />}
      <AsJson />
    </div>
  );
}

function Earlier({ onTake }: { onTake: (id: string) => void }) {
  const words = all.preview;
  const slug = useEditor((state) => state.slug);
  const { data, error, refetch } = useEarlier(slug, true);
  if (error)
    return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
  if (data?.items.length === 0) return <p className={styles.quiet}>{words.none}</p>;
  return (
    <Select
      label={words.taken}
      className={styles.earlier}
      searchable
      data={(data?.items ?? []).map(({ id, reference, title }) => ({
        value: id,
        label: `${reference} · ${title}`,
      }))}
      onChange={(id) => id && onTake(id)}
    />
  );
}

function AsJson() {
  const words = all.preview;
  const [sample, setSample] = useSample();
  const [text, setText] = useState<string | null>(null);
  const isBad = text !== null && objectIn(text) === null;
  return (
    <details>
      <summary className={styles.quiet}>{words.json}</summary>
      <JsonInput
        aria-label={words.json}
        autosize
        minRows={4}
        maxRows={16}
        value={text ?? JSON.stringify(sample.data, null, 2)}
        error={isBad && words.badJson}
        onChange={(next) => {
          setText(next);
          const data = objectIn(next);
          if (data) setSample({ data, reference: null });
        }}
        onBlur={() => !isBad && setText(null)}
      />
    </details>
  );
}

function objectIn(text: string): Record<string, unknown> | null {
  try {
    const found: unknown = JSON.parse(text);
    const is = typeof found === 'object' && found !== null && !Array.isArray(found);
    return is ? (found as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
