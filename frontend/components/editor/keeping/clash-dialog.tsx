import { Button, Radio } from '@mantine/core';
import '@mantine/core/styles/Radio.css';
import { useState } from 'react';
import { ButtonRow } from '@/components/ui/button-row/button-row';
import { Dialog } from '@/components/ui/dialog/dialog';
import { Payload } from '@/components/ui/payload/payload';
import { placeName } from '../problems/place-name';
import { useSystems } from '../steps/hooks/use-systems';
import type { Clash } from '../model/merge';
import { withTheirs } from '../model/merge-documents';
import { useEditor, useEditorStore } from '../store/context';
import { act, type EditorStore } from '../store/editor-store';
import type { Place } from '../store/place';
import { words as all } from '../words';
import styles from './clash-dialog.module.css';

/** Two people changed one place: whoever saves second decides, and sees both. */
export function ClashDialog() {
  const clashes = useEditor((state) => state.clashes);
  return clashes.length > 0 ? <Decide key={clashes.length} clashes={clashes} /> : null;
}

function Decide({ clashes }: { clashes: Clash[] }) {
  const words = all.clash;
  const store = useEditorStore();
  const { actionOf } = useSystems();
  const [theirs, setTheirs] = useState<ReadonlySet<Clash>>(new Set());
  const goOn = () =>
    decided(
      store,
      clashes.filter((each) => theirs.has(each)),
    );
  // What cannot be read in parts has no names, and clashes only as a whole.
  const { definition } = store.getState().history.now;
  const nameOf = (place: Place) => (definition ? placeName(definition, place, actionOf) : place);
  return (
    <Dialog title={words.title} onClose={goOn}>
      <p className={styles.lead}>{words.lead}</p>
      <ul className={styles.clashes}>
        {clashes.map((clash) => (
          <li key={clash.path.join('.')}>
            <Radio.Group
              label={clash.path.length === 0 ? words.whole : nameOf(clash.path.join('.'))}
              description={clash.path.join('.')}
              value={theirs.has(clash) ? 'theirs' : 'mine'}
              onChange={(next) => {
                const others = [...theirs].filter((each) => each !== clash);
                setTheirs(new Set(next === 'theirs' ? [...others, clash] : others));
              }}
            >
              <div className={styles.sides}>
                <Side value="mine" word={words.keepMine} name={words.mine} has={clash.mine} />
                <Side
                  value="theirs"
                  word={words.takeTheirs}
                  name={words.theirs}
                  has={clash.theirs}
                />
              </div>
            </Radio.Group>
          </li>
        ))}
      </ul>
      <ButtonRow>
        <Button data-first onClick={goOn}>
          {words.done}
        </Button>
      </ButtonRow>
    </Dialog>
  );
}

type SideProps = { value: string; word: string; name: string; has: unknown };

const Side = ({ value, word, name, has }: SideProps) => (
  <div className={styles.side}>
    <Radio value={value} label={word} />
    <Payload label={name} value={has ?? all.clash.removed} />
  </div>
);

function decided(store: EditorStore, taken: Clash[]): void {
  store.setState({ clashes: [] });
  const whole = taken.find(({ path }) => path.length === 0);
  if (whole) return act(store, { do: 'write', text: String(whole.theirs), at: 0 });
  const { definition } = store.getState().history.now;
  if (taken.length > 0 && definition) {
    const next = taken.reduce(withTheirs, definition);
    act(store, {
      do: 'change',
      place: 'clash',
      at: 0,
      recipe: (draft) => Object.assign(draft, next),
    });
  } else store.setState(({ history }) => ({ history: { ...history, now: { ...history.now } } }));
}
