import { useState } from 'react';
import { takesValue, type Row } from '../../expressions/condition';
import { findItem, type Group, type Item } from '../../scope/model/item';
import { PickDialog } from '../../scope/tree/pick-dialog';
import { StillButton, StillClose, StillSelect } from '../../still/still';
import type { Place } from '../../store/place';
import { words } from '../words';
import styles from '../conditions.module.css';
import { optionsOf, startOf } from './options';
import { ValueControl } from './value-control';

type Props = {
  place: Place;
  number: number;
  row: Row;
  groups: readonly Group[];
  onChange: (row: Row) => void;
  onRemove: () => void;
};

/** One condition: what is looked at, how it is compared, with what. */
export function RowEditor({ place, number, row, groups, onChange, onRemove }: Props) {
  const [isPicking, setPicking] = useState(false);
  const item = findItem(groups, row.path);
  const isEmpty = row.path.length === 0;
  const name = item ? nameOf(item, groups) : row.path.slice(1).join('.');
  const shown = item || isEmpty ? name : words.gone(name);
  const options = item ? optionsOf(item) : [];
  const known = options.some(({ as, is }) => as === row.as && is === row.is);
  const offered = known ? options : [{ as: row.as, is: row.is }, ...options];
  return (
    <div className={styles.row}>
      <div className={styles.parts}>
        <StillButton
          variant="default"
          aria-label={isEmpty ? undefined : `${words.what(number)}: ${shown}`}
          onClick={() => setPicking(true)}
        >
          {isEmpty ? words.choose : shown}
        </StillButton>
        {!isEmpty && (
          <StillSelect
            aria-label={words.comparison(name)}
            value={`${row.as}.${row.is}`}
            data={offered.map(({ as, is }) => ({
              value: `${as}.${is}`,
              label: words.comparisons[as]?.[is] ?? is,
            }))}
            onChange={(event) => {
              const wanted = event.currentTarget.value;
              const next = offered.find(({ as, is }) => `${as}.${is}` === wanted);
              if (next) onChange({ ...row, ...next, values: valuesFor(row, next.is) });
            }}
          />
        )}
        {!isEmpty && takesValue(row.is) && (
          <ValueControl
            row={row}
            item={item}
            label={words.value(name)}
            onChange={(values) => onChange({ ...row, values })}
          />
        )}
      </div>
      <StillClose
        aria-label={isEmpty ? words.removeEmpty : words.remove(name)}
        onClick={onRemove}
      />
      {isPicking && (
        <PickDialog
          place={place}
          accepts={isComparable}
          onPick={(picked) => onChange(startOf(picked))}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

const isComparable = (item: Item): boolean => optionsOf(item).length > 0 && isInTree(item);
/** Of what is not known nothing can be said but that it is there. */
const isInTree = (item: Item): boolean =>
  !['anything', 'record'].includes(item.type) || item.optional;

const valuesFor = (row: Row, is: Row['is']): string[] =>
  is === 'oneOf' ? row.values : row.values.slice(0, takesValue(is) ? 1 : 0);

/** With the whole before the part: “Address: City”. */
function nameOf(item: Item, groups: readonly Group[]): string {
  const whole = item.path.length > 2 ? findItem(groups, item.path.slice(0, -1)) : undefined;
  return whole ? `${whole.label}: ${item.label}` : item.label;
}
