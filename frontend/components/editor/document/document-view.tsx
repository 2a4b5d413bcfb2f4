import { Button } from '@mantine/core';
import dynamic from 'next/dynamic';
import { memo, useMemo } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { act } from '../store/editor-store';
import type { Unreadable } from '../model/document';
import { textOf } from '../model/history';
import { useEditor, useEditorStore } from '../store/context';
import { words as all } from '../words';
import styles from './document-view.module.css';

const YamlEditor = dynamic(() => import('./yaml-editor').then((module) => module.YamlEditor), {
  ssr: false,
  loading: () => <Skeleton width="100%" height="30rem" />,
});

/** The same workflow as text. It is the only view while the text cannot be read in parts. */
export const DocumentView = memo(function DocumentView() {
  const words = all.document;
  const store = useEditorStore();
  const now = useEditor(({ history }) => history.now);
  const faults = useEditor((state) => state.faults);
  const wanted = useEditor((state) => state.wanted);
  const problem = now.problem;
  // Two readers of YAML do not always blame the same line.
  const shown = useMemo(
    () => (problem ? [{ ...problem, code: null, params: {}, field: '', column: null }] : faults),
    [problem, faults],
  );
  return (
    <div className={styles.view}>
      <p className={styles.text}>{words.text}</p>
      {problem && <Broken problem={problem} />}
      <YamlEditor
        label={words.label}
        text={textOf(now)}
        faults={shown}
        wanted={wanted}
        onChange={(text) => act(store, { do: 'write', text, at: Date.now() })}
      />
      {!problem && (
        <Button variant="default" onClick={() => store.setState({ view: 'parts' })}>
          {words.toParts}
        </Button>
      )}
    </div>
  );
});

/** Why the text cannot be shown in parts, with the way to its line. */
function Broken({ problem: { line, message } }: { problem: Unreadable }) {
  const words = all.document;
  const store = useEditorStore();
  return (
    <>
      <p className={styles.broken} role="alert">
        {words.broken(line)} <span lang="en">{message}</span>
      </p>
      {line !== null && (
        <Button
          variant="default"
          size="compact-sm"
          onClick={() => store.setState({ wanted: { line } })}
        >
          {words.toLine(line)}
        </Button>
      )}
    </>
  );
}
