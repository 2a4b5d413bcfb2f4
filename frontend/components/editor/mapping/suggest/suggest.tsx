import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { useFurther, useScope } from '../../scope/hooks/use-scope';
import { useWaitFor } from '../../scope/hooks/use-wait-for';
import { setAt, valueAt } from '../../scope/model/at-place';
import { useChange, useEditorStore } from '../../store/context';
import { placeOf } from '../../store/place';
import type { Input } from '../schema/inputs';
import { words as all } from '../words';
import { groupsAbove, guessFor, recordGuess, type Guess } from './offers';
import styles from './suggest.module.css';

type Props = { step: string; inputs: readonly Input[] };

/** Offers a first guess for what is empty. Nothing is changed before somebody applies it. */
export function Suggest({ step, inputs }: Props) {
  const words = all.suggest;
  const store = useEditorStore();
  const place = placeOf('steps', step, 'with');
  const groups = useScope(place);
  const further = useFurther(place);
  const [guesses, offer] = useState<Guess[] | null>(null);
  const find = () => {
    const { definition } = store.getState().history.now;
    const sent = valueAt(definition, place);
    const empty = inputs.filter(({ key }) => valueAt(sent, key) === undefined);
    const above = groupsAbove(further, Object.keys(definition?.steps ?? {}), step);
    offer(empty.flatMap((input) => guessFor(input, groups) ?? recordGuess(input, above) ?? []));
  };
  return (
    <>
      <Button variant="default" onClick={find}>
        {words.button}
      </Button>
      {guesses && (
        <Dialog title={words.title} onClose={() => offer(null)}>
          <Offer step={step} guesses={guesses} onDone={() => offer(null)} />
        </Dialog>
      )}
    </>
  );
}

type OfferProps = {
  step: string;
  guesses: readonly Guess[];
  onDone: () => void;
};

function Offer({ step, guesses, onDone }: OfferProps) {
  const words = all.suggest;
  const change = useChange();
  const waitFor = useWaitFor(placeOf('steps', step, 'with'));
  const [left, leave] = useState<ReadonlySet<string>>(new Set());
  if (guesses.length === 0) return <p>{words.none}</p>;
  const wanted = guesses.filter(({ input }) => !left.has(input.key));
  const apply = () => {
    waitFor(wanted.flatMap(({ from }) => (from ? [from] : [])));
    change(placeOf('steps', step, 'with'), (draft) => {
      for (const { input, value } of wanted)
        setAt(draft, placeOf('steps', step, 'with', input.key), value);
    });
    onDone();
  };
  return (
    <div className={styles.offer}>
      <p>{words.hint}</p>
      {guesses.map(({ input, said }) => (
        <Checkbox
          key={input.key}
          label={said}
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
