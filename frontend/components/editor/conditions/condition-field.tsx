import { useState } from 'react';
import { withGuards, type Condition } from '../expressions/condition';
import { ExpressionField } from '../expressions/field/expression-field';
import { writeCondition } from '../expressions/write-condition';
import { useScope } from '../scope/hooks/use-scope';
import { setAt, valueAt } from '../scope/model/at-place';
import { findItem } from '../scope/model/item';
import { useChange, useDraft, useFaults } from '../store/context';
import { StillButton } from '../still/still';
import type { Place } from '../store/place';
import styles from './conditions.module.css';
import { RowsEditor } from './rows/rows-editor';
import { storedOf, written } from './stored';
import { words } from './words';

type Props = { place: Place; label: string; description?: string };

const NOTHING: Condition = { all: true, rows: [] };

/** When something is asked or done: by choices, or as an expression. */
export const ConditionField = (props: Props) => <Field key={props.place} {...props} />;

function Field({ place, label, description }: Props) {
  const value = useDraft((draft) => valueAt(draft, place));
  const change = useChange();
  const faults = useFaults(place);
  const groups = useScope(place);
  const stored = storedOf(value);
  const text = stored.is === 'expression' ? stored.text : '';
  const choices = stored.is === 'expression' ? stored.choices : NOTHING;
  // What is not complete is kept here and not in the document, until somebody else changes that.
  const [kept, keep] = useState({ of: text, condition: choices, writes: choices === null });
  if (kept.of !== text) {
    keep({ of: text, condition: choices, writes: kept.writes || choices === null });
  }
  const condition = kept.of === text ? kept.condition : choices;
  const store = (next: string | undefined) => {
    change(place, (draft) => setAt(draft, place, written(next ?? '', value, isStep(place))));
  };
  const choose = (next: Condition) => {
    const mayBeAbsent = (path: readonly string[]) => findItem(groups, path)?.optional;
    const guarded = withGuards(next, mayBeAbsent);
    const made = writeCondition(guarded);
    keep({ of: made, condition: guarded, writes: false });
    store(made);
  };
  const error = faults.map(({ message }) => message).join(' ');
  const writes = kept.writes || condition === null;
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      {description && <p className={styles.hint}>{description}</p>}
      {!writes && condition.rows.length === 0 && (
        <p>{stored.is === 'never' ? words.never : words.always}</p>
      )}
      {writes ? (
        <div className={styles.wide}>
          <ExpressionField
            place={place}
            label={words.expression}
            description={condition === null ? words.unreadable : words.expressionHint}
            value={text}
            error={error || undefined}
            onChange={store}
          />
        </div>
      ) : (
        <RowsEditor place={place} condition={condition} groups={groups} onChange={choose} />
      )}
      {!writes && error && <p className={styles.fault}>{error}</p>}
      <div className={`${styles.buttons} ${styles.quietly}`}>
        {condition !== null && (
          <StillButton
            variant="subtle"
            size="compact-md"
            onClick={() => keep({ of: text, condition, writes: !kept.writes })}
          >
            {writes ? words.choices : words.write}
          </StillButton>
        )}
        {(stored.is !== 'always' || (condition?.rows.length ?? 0) > 0) && (
          <StillButton
            variant="subtle"
            size="compact-md"
            onClick={() => {
              keep({ of: '', condition: NOTHING, writes: false });
              store(undefined);
            }}
          >
            {words.removeAll}
          </StillButton>
        )}
      </div>
    </fieldset>
  );
}

const isStep = (place: Place): boolean => place.startsWith('steps.');
