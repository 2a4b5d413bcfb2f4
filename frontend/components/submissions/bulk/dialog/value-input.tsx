import { Checkbox, MultiSelect, Select, TextInput, Textarea } from '@mantine/core';
import type { BulkFieldOut } from '@/lib/api/model';
import { countriesIn } from '@/lib/words/countries';
import { language } from '@/lib/words/languages';
import { words } from '../words';
import type { Said } from './asked';

const LONGEST = 10_000;
const INSIDE = { withinPortal: false };
/** The type of control a browser has for a kind of question. */
const TYPES: Record<string, string> = {
  email: 'email',
  url: 'url',
  phone: 'tel',
  date: 'date',
  time: 'time',
};

type Value = Said['value'];
type Props = { field: BulkFieldOut; value: Value; onChange: (value: Value) => void };

/** The new answer, with the control of its kind of question. Nothing can stand there, too. */
export function ValueInput({ field, value, onChange }: Props) {
  return (
    <>
      {value !== null && <Control field={field} value={value} onChange={onChange} />}
      <Checkbox
        label={words.dialog.field.clear}
        checked={value === null}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? null : field.kind === 'choices' ? [] : '')
        }
      />
    </>
  );
}

function Control({ field, value, onChange }: Props) {
  const texts = words.dialog.field;
  const text = typeof value === 'string' ? value : '';
  const offered = offeredBy(field);
  if (field.kind === 'choices' && field.choices.length > 0) {
    return (
      <MultiSelect
        label={texts.values}
        data={offered}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
        searchable
        comboboxProps={INSIDE}
      />
    );
  }
  if (field.kind === 'boolean') {
    return (
      <Select
        label={texts.value}
        data={[
          { value: 'true', label: texts.yes },
          { value: 'false', label: texts.no },
        ]}
        value={typeof value === 'boolean' ? String(value) : null}
        onChange={(chosen) => onChange(chosen === null ? '' : chosen === 'true')}
        comboboxProps={INSIDE}
      />
    );
  }
  if (offered.length > 0) {
    return (
      <Select
        label={texts.value}
        data={offered}
        value={text || null}
        onChange={(chosen) => onChange(chosen ?? '')}
        searchable
        comboboxProps={INSIDE}
      />
    );
  }
  const shared = {
    label: texts.value,
    value: text,
    maxLength: LONGEST,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field.kind === 'multiline') return <Textarea {...shared} autosize minRows={3} maxRows={8} />;
  return <TextInput {...shared} type={TYPES[field.kind] ?? 'text'} />;
}

function offeredBy({ kind, choices }: BulkFieldOut): { value: string; label: string }[] {
  return kind === 'country'
    ? countriesIn({ language: language(), questions: [{ kind }] })
    : choices;
}
