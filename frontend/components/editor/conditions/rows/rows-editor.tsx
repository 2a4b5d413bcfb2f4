import { isComplete, rowsOf, type Condition, type Row } from '../../expressions/condition';
import type { Group } from '../../scope/model/item';
import { StillButton, StillSelect } from '../../still/still';
import type { Place } from '../../store/place';
import { words } from '../words';
import styles from '../conditions.module.css';
import { EMPTY } from './options';
import { RowEditor } from './row-editor';

type Props = {
  place: Place;
  condition: Condition;
  groups: readonly Group[];
  onChange: (condition: Condition) => void;
};

/** All conditions of a place, and one level of groups. */
export function RowsEditor({ place, condition, groups, onChange }: Props) {
  const { all, rows } = condition;
  const replaced = (index: number, next: Row | Row[] | null) =>
    onChange({ all, rows: rows.toSpliced(index, 1, ...(isNothing(next) ? [] : [next])) });
  const shared = { place, groups };
  return (
    <>
      {rows.length > 1 && (
        <StillSelect
          aria-label={words.joined}
          value={all ? 'all' : 'any'}
          data={[
            { value: 'all', label: words.all },
            { value: 'any', label: words.any },
          ]}
          onChange={(event) => onChange({ all: event.currentTarget.value === 'all', rows })}
        />
      )}
      {rows.map((each, index) =>
        Array.isArray(each) ? (
          <RowGroup
            key={index}
            {...shared}
            label={all ? words.groupAny : words.groupAll}
            rows={each}
            onChange={(next) => replaced(index, next)}
          />
        ) : (
          <RowEditor
            key={index}
            {...shared}
            number={index + 1}
            row={each}
            onChange={(next) => replaced(index, next)}
            onRemove={() => replaced(index, null)}
          />
        ),
      )}
      {!rowsOf(condition).every(isComplete) && <p className={styles.hint}>{words.notYet}</p>}
      <div className={styles.buttons}>
        <StillButton
          variant="default"
          data-place={place}
          onClick={() => onChange({ all, rows: [...rows, EMPTY] })}
        >
          {words.add}
        </StillButton>
        {rows.length > 0 && (
          <StillButton
            variant="default"
            onClick={() => onChange({ all, rows: [...rows, [EMPTY]] })}
          >
            {words.addGroup}
          </StillButton>
        )}
      </div>
    </>
  );
}

const isNothing = (next: Row | Row[] | null): next is null =>
  next === null || (Array.isArray(next) && next.length === 0);

type GroupProps = {
  label: string;
  rows: Row[];
  onChange: (rows: Row[]) => void;
} & Pick<Props, 'place' | 'groups'>;

function RowGroup({ label, rows, onChange, ...shared }: GroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {rows.map((row, index) => (
        <RowEditor
          key={index}
          {...shared}
          number={index + 1}
          row={row}
          onChange={(next) => onChange(rows.with(index, next))}
          onRemove={() => onChange(rows.toSpliced(index, 1))}
        />
      ))}
      <StillButton variant="default" onClick={() => onChange([...rows, EMPTY])}>
        {words.addToGroup}
      </StillButton>
    </fieldset>
  );
}
