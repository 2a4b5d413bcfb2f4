import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Source, SubmissionStatus, Within } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/catalogues/states/states';
import { useChoices, type Choice } from '../hooks/use-choices';
import { words } from '../words';
import { CONTINUED, type Continued, type ListFilters } from './filters';
import styles from './filter-bar.module.css';

type Props = {
  id: string;
  filters: ListFilters;
  onChange: (next: Partial<ListFilters>) => void;
};

/** Every part of the filter, to set it. */
export function MoreFilters({ id, filters, onChange }: Props) {
  const choices = useChoices();
  const errors = Object.entries(words.filters.errors).map(([value, label]) => ({ value, label }));
  return (
    <div id={id} className={styles.more}>
      <fieldset className={styles.states}>
        <legend>{words.filters.state}</legend>
        {Object.values(SubmissionStatus).map((status) => (
          <Checkbox
            key={status}
            size="xs"
            label={SUBMISSION_WORDS[submissionState(status)]}
            checked={filters.status.includes(status)}
            onChange={() => onChange({ status: toggled(filters.status, status) })}
          />
        ))}
      </fieldset>
      <Received filters={filters} onChange={onChange} />
      <Add
        label={words.filters.workflow}
        choices={choices.workflows}
        taken={filters.workflow}
        onAdd={(value) => onChange({ workflow: [...filters.workflow, value] })}
      />
      <Add
        label={words.filters.connection}
        choices={choices.connections}
        taken={filters.connection_id}
        onAdd={(value) => onChange({ connection_id: [...filters.connection_id, value] })}
      />
      <Add
        label={words.filters.error}
        choices={errors}
        taken={filters.error_kind}
        onAdd={(value) => onChange({ error_kind: [...filters.error_kind, value] })}
      />
      <Add
        label={words.filters.assigned}
        choices={choices.members}
        taken={filters.assigned_to}
        onAdd={(value) => onChange({ assigned_to: [...filters.assigned_to, value] })}
      />
      <NativeSelect
        label={words.filters.continued}
        data={[
          { value: '', label: words.filters.any },
          ...CONTINUED.map((value) => ({ value, label: words.filters.went[value] })),
        ]}
        value={filters.continued}
        onChange={(event) => onChange({ continued: event.currentTarget.value as Continued })}
      />
      <NativeSelect
        label={words.filters.source}
        data={[
          { value: '', label: words.filters.any },
          ...Object.values(Source).map((value) => ({ value, label: words.sources[value] })),
        ]}
        value={filters.source[0] ?? ''}
        onChange={(event) => {
          const value = event.currentTarget.value as Source | '';
          onChange({ source: value ? [value] : [] });
        }}
      />
    </div>
  );
}

const BETWEEN = 'between';

function Received({ filters, onChange }: Pick<Props, 'filters' | 'onChange'>) {
  const days = filters.from !== '' || filters.to !== '';
  const [between, setBetween] = useState(days);
  const value = filters.accepted_within ?? (days || between ? BETWEEN : '');
  return (
    <>
      <NativeSelect
        label={words.filters.received}
        data={[
          { value: '', label: words.filters.any },
          ...Object.values(Within).map((each) => ({
            value: each,
            label: words.filters.within[each],
          })),
          { value: BETWEEN, label: words.filters.between },
        ]}
        value={value}
        onChange={(event) => {
          const next = event.currentTarget.value;
          setBetween(next === BETWEEN);
          const within = next === '' || next === BETWEEN ? null : (next as Within);
          const same = within === filters.accepted_within && !days;
          if (!same) onChange({ accepted_within: within, from: '', to: '' });
        }}
      />
      {value === BETWEEN && (
        <div className={styles.days}>
          <TextInput
            label={words.filters.from}
            type="date"
            value={filters.from}
            max={filters.to}
            onChange={(event) => onChange({ from: event.currentTarget.value })}
          />
          <TextInput
            label={words.filters.to}
            type="date"
            value={filters.to}
            min={filters.from}
            onChange={(event) => onChange({ to: event.currentTarget.value })}
          />
        </div>
      )}
    </>
  );
}

type AddProps = {
  label: string;
  choices: Choice[];
  taken: string[];
  onAdd: (value: string) => void;
};

/** One more of several values; those that are set stand among the chips. */
function Add({ label, choices, taken, onAdd }: AddProps) {
  const left = choices.filter(({ value }) => !taken.includes(value));
  return (
    <NativeSelect
      label={label}
      disabled={left.length === 0}
      data={[
        { value: '', label: taken.length > 0 ? words.filters.add : words.filters.any },
        ...left,
      ]}
      value=""
      onChange={(event) => event.currentTarget.value && onAdd(event.currentTarget.value)}
    />
  );
}

function toggled<Value>(values: Value[], value: Value): Value[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
