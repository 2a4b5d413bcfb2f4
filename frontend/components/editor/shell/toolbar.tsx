import { Button, SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useState } from 'react';
import { useDocumentKeys } from '../hooks/use-document-keys';
import { useEditor, useEditorStore, useUndo } from '../store/context';
import { words as all } from '../words';
import { Others } from './others';
import { Saved } from './saved';
import styles from './toolbar.module.css';

/** Where one is with it: saved or not, who else is here, back and forth, and publishing. */
export function Toolbar({ onPublish }: { onPublish: () => void }) {
  const words = all.bar;
  const store = useEditorStore();
  const isReadable = useEditor(({ history }) => history.now.definition !== null);
  const view = useEditor((state) => (isReadable ? state.view : 'text'));
  const name = useEditor(({ history }) => history.now.definition?.name);
  const [known, know] = useState(name);
  // What cannot be read now keeps the name that it had.
  if (name !== undefined && name !== known) know(name);
  const { canUndo, canRedo, undo, redo } = useUndo();
  useDocumentKeys(undo, redo);
  return (
    <div className={styles.bar} role="toolbar" aria-label={words.label}>
      <div className={styles.about}>
        <h1 className={styles.name} dir="auto">
          {name ?? known ?? store.getState().slug}
        </h1>
        <Saved />
        <Others />
      </div>
      <div className={styles.actions}>
        <Button variant="default" size="compact-md" disabled={!canUndo} onClick={undo}>
          {words.undo}
        </Button>
        <Button variant="default" size="compact-md" disabled={!canRedo} onClick={redo}>
          {words.redo}
        </Button>
        <SegmentedControl
          aria-label={words.view}
          size="xs"
          value={view}
          data={[
            { value: 'parts', label: words.parts },
            { value: 'text', label: words.text },
          ]}
          onChange={(next) => store.setState({ view: next === 'text' ? 'text' : 'parts' })}
        />
        <Button size="compact-md" disabled={!isReadable} onClick={onPublish}>
          {words.publish}
        </Button>
      </div>
    </div>
  );
}
