import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { FAMILIES } from '@/lib/words/audit';
import { narrowed, type AuditFilters } from './use-filters';
import styles from './audit.module.css';

const SETTLE = 300;

type Props = { filters: AuditFilters; onChange: (next: Partial<AuditFilters>) => void };

export function FilterBar({ filters, onChange }: Props) {
  const known = FAMILIES.some(({ value }) => value === filters.action);
  const choices = known
    ? FAMILIES
    : [...FAMILIES, { value: filters.action, label: filters.action }];
  const clear = () => onChange({ action: '', actor: '', text: '', object: '', from: '', to: '' });
  return (
    <div role="search" className={styles.filters}>
      <Typed
        label="Search"
        placeholder="Anything in an entry"
        name="text"
        {...{ filters, onChange }}
      />
      <Typed label="Who" placeholder="Name or id" name="actor" {...{ filters, onChange }} />
      <NativeSelect
        label="What"
        data={choices}
        value={filters.action}
        onChange={(event) => onChange({ action: event.currentTarget.value })}
      />
      <TextInput
        label="From"
        type="date"
        value={filters.from}
        max={filters.to}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        label="To"
        type="date"
        value={filters.to}
        min={filters.from}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      {filters.object !== '' && (
        <p className={styles.only}>
          Only about <code>…{filters.object.slice(-8)}</code>
        </p>
      )}
      {narrowed(filters) && (
        <Button variant="default" onClick={clear}>
          Clear the filters
        </Button>
      )}
    </div>
  );
}

type TypedProps = Props & { label: string; placeholder: string; name: 'text' | 'actor' };

/** Asks when the typing pauses. */
function Typed({ label, placeholder, name, filters, onChange }: TypedProps) {
  const [text, setText] = useState(filters[name]);
  const [asked, setAsked] = useState(filters[name]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (filters[name] !== asked) {
    setAsked(filters[name]);
    setText(filters[name]);
  }

  function type(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAsked(next.trim());
      onChange({ [name]: next.trim() });
    }, SETTLE);
  }

  return (
    <TextInput
      label={label}
      placeholder={placeholder}
      type="search"
      value={text}
      maxLength={100}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}
