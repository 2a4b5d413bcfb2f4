import { CloseButton, NativeSelect, TextInput } from '@mantine/core';
import type { Pick } from '../../expressions/picks';
import type { Treatment } from '../../expressions/treatments';
import { freeKey } from '../../model/records';
import type { Item } from '../../scope/model/item';
import { useChange, useDraft, useEditorStore } from '../../store/context';
import { words as all } from '../words';
import { CodeList } from './code-list';
import { freshTreatment, resultType, treatmentsFor, type Target } from './fitting';
import styles from './picks.module.css';

const NO_TABLES = {};

type Props = {
  pick: Pick;
  item: Item;
  target: Target;
  name: string;
  onChange: (pick: Pick) => void;
};

/** What is done to a picked value on its way. */
export function Treatments({ pick, item, target, name, onChange }: Props) {
  const words = all.pick;
  const tables = useDraft((draft) => draft.tables ?? NO_TABLES);
  const change = useChange();
  const takesNumber = target.within !== 'text' && target.input.takes === 'int';
  const offered = treatmentsFor(
    pick.treatments.length > 0 ? resultType(pick, item, tables) : item.type,
    target.within === 'text' || ['text', 'scalar', 'anything', 'int'].includes(target.input.takes),
  ).filter((each) => pick.treatments.every((treatment) => treatment.do !== each));
  const forget = useForgottenTable();
  const add = (kind: Treatment['do']) => {
    const table = freeKey(tables, item.label, 'codes');
    if (kind === 'lookup') {
      change(`tables.${table}`, (draft) => {
        const codes = Object.fromEntries(
          (item.choices ?? []).map(({ value }) => [value, takesNumber ? 0 : value]),
        );
        draft.tables = { ...draft.tables, [table]: codes };
      });
    }
    const next = freshTreatment(kind, table, takesNumber);
    onChange({ ...pick, treatments: [...pick.treatments, next] });
  };
  const remove = (index: number) => {
    const [gone] = pick.treatments.slice(index);
    onChange({ ...pick, treatments: pick.treatments.toSpliced(index, 1) });
    if (gone?.do === 'lookup') forget(gone.table);
  };
  return (
    <>
      {pick.treatments.map((each, index) => (
        <div key={`${each.do}-${index}`} className={styles.treatment}>
          <p className={styles.line}>
            {words.treatments[each.do]}
            <CloseButton
              aria-label={all.remove(words.treatments[each.do])}
              onClick={() => remove(index)}
            />
          </p>
          <Details
            treatment={each}
            item={item}
            name={name}
            onChange={(next) =>
              onChange({ ...pick, treatments: pick.treatments.with(index, next) })
            }
          />
        </div>
      ))}
      {offered.length > 0 && (
        <NativeSelect
          label={words.treat}
          value=""
          data={[
            { value: '', label: words.add },
            ...offered.map((value) => ({ value, label: words.treatments[value] })),
          ]}
          onChange={(event) => {
            const kind = offered.find((each) => each === event.currentTarget.value);
            if (kind) add(kind);
          }}
        />
      )}
    </>
  );
}

/** Takes a table away that nothing reads any more. */
function useForgottenTable(): (table: string) => void {
  const store = useEditorStore();
  const change = useChange();
  return (table) => {
    const draft = store.getState().history.now.definition;
    const { tables: _, ...others } = draft ?? { tables: {} };
    if (JSON.stringify(others).includes(`tables.${table}`)) return;
    change(`tables.${table}`, (now) => {
      const kept = Object.entries(now.tables ?? {}).filter(([key]) => key !== table);
      if (kept.length > 0) now.tables = Object.fromEntries(kept);
      else delete now.tables;
    });
  };
}

type DetailsProps = {
  treatment: Treatment;
  item: Item;
  name: string;
  onChange: (treatment: Treatment) => void;
};

function Details({ treatment, item, name, onChange }: DetailsProps) {
  const words = all.pick;
  switch (treatment.do) {
    case 'first':
      return (
        <TextInput
          type="number"
          label={words.length}
          min={1}
          value={treatment.length}
          onChange={(event) => {
            const length = Math.trunc(Number(event.currentTarget.value));
            if (length > 0) onChange({ ...treatment, length });
          }}
        />
      );
    case 'join':
    case 'names':
      return (
        <TextInput
          label={words.between}
          value={treatment.between}
          onChange={(event) => onChange({ ...treatment, between: event.currentTarget.value })}
        />
      );
    case 'date':
    case 'moment':
      return <Pattern treatment={treatment} onChange={onChange} />;
    case 'lookup':
      return <CodeList treatment={treatment} item={item} name={name} onChange={onChange} />;
    default:
      return null;
  }
}

type PatternProps = {
  treatment: Extract<Treatment, { do: 'date' | 'moment' }>;
  onChange: (treatment: Treatment) => void;
};

const DAYS = ['dd.MM.yyyy', 'yyyy-MM-dd', 'MM/dd/yyyy', 'd.M.yyyy'];

function Pattern({ treatment, onChange }: PatternProps) {
  const words = all.pick;
  const time = treatment.do === 'moment' ? ' HH:mm' : '';
  const offered = DAYS.map((each) => `${each}${time}`);
  const { pattern } = treatment;
  const data = offered.includes(pattern) ? offered : [pattern, ...offered];
  return (
    <>
      <NativeSelect
        label={words.pattern}
        description={words.patternHint}
        value={pattern}
        data={data.map((value) => ({ value, label: `${value} (${example(value)})` }))}
        onChange={(event) => onChange({ ...treatment, pattern: event.currentTarget.value })}
      />
      {treatment.do === 'moment' && (
        <TextInput
          label={words.zone}
          description={words.zoneHint}
          value={treatment.zone ?? ''}
          onChange={(event) => onChange({ ...treatment, zone: event.currentTarget.value || null })}
        />
      )}
    </>
  );
}

const EXAMPLE: [RegExp, string][] = [
  [/yyyy/, '2026'],
  [/dd/, '05'],
  [/\bd\b/, '5'],
  [/MM/, '03'],
  [/M/, '3'],
  [/HH/, '08'],
  [/mm/, '30'],
];

const example = (pattern: string): string =>
  EXAMPLE.reduce((text, [part, value]) => text.replace(part, value), pattern);
