import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { writePick } from '../../expressions/picks';
import { useScope } from '../../scope/hooks/use-scope';
import { setAt, valueAt } from '../../scope/model/at-place';
import { itemsOf, type Item } from '../../scope/model/item';
import { useChange, useEditorStore } from '../../store/context';
import { placeOf } from '../../store/place';
import { fits, pickFor } from '../picks/fitting';
import { nameOfPath } from '../picks/pick-name';
import type { Input } from '../schema/inputs';
import { words as all } from '../words';
import { likely } from './likely';
import styles from './suggest.module.css';

type Props = { step: string; inputs: readonly Input[] };
type Pair = { input: Input; item: Item };

/** Offers a first guess for what is empty. Nothing is changed before somebody applies it. */
export function Suggest({ step, inputs }: Props) {
  const words = all.suggest;
  const store = useEditorStore();
  const groups = useScope(placeOf('steps', step, 'with'));
  const [pairs, offer] = useState<Pair[] | null>(null);
  const find = () => {
    const sent = valueAt(store.getState().history.now.definition, placeOf('steps', step, 'with'));
    const items = itemsOf(groups);
    const empty = inputs.filter(({ key }) => valueAt(sent, key) === undefined);
    offer(
      empty.flatMap((input) => {
        const accepts = (item: Item) =>
          !['anything', 'map', 'rows'].includes(input.takes) &&
          item.type !== 'anything' &&
          fits(item, { input, within: 'whole' });
        const item = input.choices ? undefined : likely(input, items, accepts);
        return item ? [{ input, item }] : [];
      }),
    );
  };
  return (
    <>
      <Button variant="default" onClick={find}>
        {words.button}
      </Button>
      {pairs && (
        <Dialog title={words.title} onClose={() => offer(null)}>
          <Offer
            step={step}
            pairs={pairs}
            nameOf={({ path }) => nameOfPath(path, groups)}
            onDone={() => offer(null)}
          />
        </Dialog>
      )}
    </>
  );
}

type OfferProps = {
  step: string;
  pairs: readonly Pair[];
  nameOf: (item: Item) => string;
  onDone: () => void;
};

function Offer({ step, pairs, nameOf, onDone }: OfferProps) {
  const words = all.suggest;
  const change = useChange();
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  if (pairs.length === 0) return <p>{words.none}</p>;
  const wanted = pairs.filter(({ input }) => !left.has(input.key));
  const apply = () => {
    change(placeOf('steps', step, 'with'), (draft) => {
      for (const { input, item } of wanted) {
        const pick = pickFor(item, { input, within: 'whole' });
        setAt(draft, placeOf('steps', step, 'with', input.key), `\${{ ${writePick(pick)} }}`);
      }
    });
    onDone();
  };
  return (
    <div className={styles.offer}>
      <p>{words.hint}</p>
      {pairs.map(({ input, item }) => (
        <Checkbox
          key={input.key}
          label={words.pair(input.title, nameOf(item))}
          checked={!left.has(input.key)}
          onChange={(event) => {
            const isOn = event.currentTarget.checked;
            const next = new Set(left);
            if (isOn) next.delete(input.key);
            else next.add(input.key);
            leave(next);
          }}
        />
      ))}
      <Button disabled={wanted.length === 0} onClick={apply}>
        {words.apply(wanted.length)}
      </Button>
    </div>
  );
}
