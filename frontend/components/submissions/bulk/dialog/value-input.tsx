import '@mantine/core/styles/Stack.css';
import { Checkbox, NativeSelect, Stack, TextInput, Textarea } from '@mantine/core';
import type { BulkFieldOut } from '@/lib/api/model';
import { countriesIn } from '@/lib/words/countries';
import { language } from '@/lib/words/languages';
import { words } from '../words';
import type { Said } from './asked';

const LONGEST = 10_000;
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
  if (field.kind === 'choices' && offered.length > 0) {
    return (
      <Checkbox.Group
        label={texts.values}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
      >
        <Stack gap="0.5rem" mt="0.5rem">
          {offered.map(({ value: code, label }) => (
            <Checkbox key={code} value={code} label={label} />
          ))}
        </Stack>
      </Checkbox.Group>
    );
  }
  if (field.kind === 'boolean') {
    return (
      <OneOf
        offered={[
          { value: 'true', label: texts.yes },
          { value: 'false', label: texts.no },
        ]}
        value={typeof value === 'boolean' ? String(value) : ''}
        onChange={(chosen) => onChange(chosen === 'true')}
      />
    );
  }
  if (offered.length > 0) return <OneOf offered={offered} value={text} onChange={onChange} />;
  const shared = {
    label: texts.value,
    value: text,
    maxLength: LONGEST,
    onChange: (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value),
  };
  if (field.kind === 'multiline') return <Textarea {...shared} rows={4} />;
  return <TextInput {...shared} type={TYPES[field.kind] ?? 'text'} />;
}

type Offered = { value: string; label: string }[];
type OneOfProps = { offered: Offered; value: string; onChange: (value: string) => void };

function OneOf({ offered, value, onChange }: OneOfProps) {
  const { value: label, choose } = words.dialog.field;
  return (
    <NativeSelect
      label={label}
      data={[{ value: '', label: choose, disabled: true }, ...offered]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function offeredBy({ kind, choices }: BulkFieldOut): Offered {
  return kind === 'country'
    ? countriesIn({ language: language(), questions: [{ kind }] })
    : choices;
}
