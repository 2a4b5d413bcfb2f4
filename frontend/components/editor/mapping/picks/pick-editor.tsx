import { Button, CloseButton } from '@mantine/core';
import { useState } from 'react';
import { MOST_ALSO, type Pick } from '../../expressions/picks';
import { findItem, type Group } from '../../scope/model/item';
import { PickDialog } from '../../scope/tree/pick-dialog';
import { useDraft } from '../../store/context';
import type { Place } from '../../store/place';
import { words as all } from '../words';
import { fits, isNullable, pickFor, resultType, settledPick, type Target } from './fitting';
import { Otherwise } from './otherwise';
import { nameOfPath } from './pick-name';
import styles from './picks.module.css';
import { Treatments } from './treatments';

const NO_TABLES = {};

type Props = {
  place: Place;
  /** All that can be picked here. */
  groups: readonly Group[];
  /** Of these, what the scope of the place has not, such as the parts of a row. */
  first?: readonly Group[];
  target: Target;
  pick: Pick;
  onChange: (pick: Pick) => void;
  /** Where nothing else takes it away. */
  onRemove?: () => void;
};

/** A picked value: which one, what is done to it, and what is sent where it is empty. */
export function PickEditor(props: Props) {
  const { place, groups, first = [], target, pick, onChange, onRemove } = props;
  const words = all.pick;
  const [asking, ask] = useState<'value' | 'also' | null>(null);
  const tables = useDraft((draft) => draft.tables ?? NO_TABLES);
  const item = findItem(groups, pick.path);
  const name = nameOfPath(pick.path, groups);
  const change = (next: Pick) => onChange(item ? settledPick(next, item, target, tables) : next);
  const mayAddAlso = item?.optional && pick.also.length < MOST_ALSO;
  return (
    <div className={styles.pick}>
      <div className={styles.line}>
        <Button
          variant="default"
          aria-label={words.change(name)}
          data-place={place}
          onClick={() => ask('value')}
        >
          <span dir="auto">{name}</span>
        </Button>
        {onRemove && <CloseButton aria-label={all.remove(name)} onClick={onRemove} />}
      </div>
      {pick.also.map((path, index) => {
        const also = words.or(nameOfPath(path, groups));
        return (
          <p key={path.join('.')} className={styles.line}>
            <span dir="auto">{also}</span>
            <CloseButton
              aria-label={all.remove(also)}
              onClick={() => change({ ...pick, also: pick.also.toSpliced(index, 1) })}
            />
          </p>
        );
      })}
      {item && <Treatments pick={pick} item={item} target={target} name={name} onChange={change} />}
      {item?.optional && (
        <Otherwise
          pick={pick}
          type={resultType(pick, item, tables)}
          mayLeaveOut={target.within === 'whole' && !target.input.required}
          mayBeNull={target.within === 'row' && !target.input.required && isNullable(item)}
          onChange={onChange}
        />
      )}
      {mayAddAlso && pick.otherwise !== 'nothing' && pick.otherwise !== 'null' && (
        <Button className={styles.quietly} variant="subtle" onClick={() => ask('also')}>
          {words.orAlso}
        </Button>
      )}
      {asking && (
        <PickDialog
          place={place}
          first={first}
          accepts={(each) => (asking === 'value' ? fits(each, target) : each.type === item?.type)}
          onPick={(each) =>
            asking === 'value'
              ? onChange(pickFor(each, target))
              : change({ ...pick, also: [...pick.also, each.path] })
          }
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}

type ChooseProps = Omit<Props, 'pick' | 'groups' | 'onRemove'>;

/** Asks for the first value. */
export function ChoosePick({ place, first = [], target, onChange }: ChooseProps) {
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Button variant="default" data-place={place} onClick={() => ask(true)}>
        {all.pick.choose}
      </Button>
      {isAsking && (
        <PickDialog
          place={place}
          first={first}
          accepts={(each) => fits(each, target)}
          onPick={(each) => onChange(pickFor(each, target))}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}
