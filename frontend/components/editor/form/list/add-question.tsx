import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { useEditorStore } from '../../store/context';
import { isWithin, type Place } from '../../store/place';
import { KIND_GROUPS, fitsIn, type Kind } from '../model/kinds';
import { words } from '../words';
import styles from './add-question.module.css';

type Props = { scope: Place; onAdd: (kind: Kind, after: string | null) => void };

/** A button that asks what kind of question to add, behind the one that is being edited. */
export function AddQuestion({ scope, onAdd }: Props) {
  const store = useEditorStore();
  const [open, setOpen] = useState(false);
  function choose(kind: Kind) {
    const { at } = store.getState();
    const [after = null] = isWithin(at, scope) ? at.slice(scope.length + 1).split('.') : [];
    setOpen(false);
    onAdd(kind, after || null);
  }
  return (
    <>
      <Button variant="default" data-adds={scope} onClick={() => setOpen(true)}>
        {words.add.open}
      </Button>
      {open && <Kinds scope={scope} onChoose={choose} onClose={() => setOpen(false)} />}
    </>
  );
}

type KindsProps = { scope: Place; onChoose: (kind: Kind) => void; onClose: () => void };

function Kinds({ scope, onChoose, onClose }: KindsProps) {
  const [sought, setSought] = useState('');
  const groups = KIND_GROUPS.map(({ id, kinds }) => ({
    id,
    kinds: (kinds as readonly Kind[]).filter((kind) => fitsIn(scope, kind) && finds(kind, sought)),
  })).filter(({ kinds }) => kinds.length > 0);
  const first = groups[0]?.kinds[0];
  function takeFirst(event: FormEvent) {
    event.preventDefault();
    if (first && sought) onChoose(first);
  }
  return (
    <Dialog title={words.add.title} onClose={onClose}>
      <form onSubmit={takeFirst}>
        <TextInput
          label={words.add.search}
          data-first
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      </form>
      {groups.map(({ id, kinds }) => (
        <section key={id} aria-label={words.add.groups[id]}>
          <h3 className={styles.group}>{words.add.groups[id]}</h3>
          <ul className={styles.kinds}>
            {kinds.map((kind) => (
              <li key={kind}>
                <button type="button" className={styles.kind} onClick={() => onChoose(kind)}>
                  <span className={styles.name}>{words.kinds[kind].name}</span>
                  <span className={styles.help}>{words.kinds[kind].help}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p role="status">{groups.length === 0 && words.add.nothing(sought)}</p>
    </Dialog>
  );
}

/** Whether a kind has every word that is looked for, also as the definition calls it. */
function finds(kind: Kind, sought: string): boolean {
  const { name, help } = words.kinds[kind];
  const text = `${kind} ${name} ${help}`.toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
