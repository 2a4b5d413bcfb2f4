import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import { narrowed, type AuditFilters } from './hooks/use-filters';
import { words } from './words';
import styles from './filter-bar.module.css';

const SETTLE = 300;

type Props = { filters: AuditFilters; onChange: (next: Partial<AuditFilters>) => void };

export function FilterBar({ filters, onChange }: Props) {
  const families = Object.entries(words.families).map(([value, label]) => ({ value, label }));
  const known = families.some(({ value }) => value === filters.action);
  const choices = known
    ? families
    : [...families, { value: filters.action, label: filters.action }];
  const clear = () => onChange({ action: '', actor: '', text: '', object: '', from: '', to: '' });
  return (
    <div role="search" className={styles.filters}>
      <Typed
        label={words.filters.search}
        placeholder={words.filters.anything}
        name="text"
        {...{ filters, onChange }}
      />
      <Typed
        label={words.filters.who}
        placeholder={words.filters.person}
        name="actor"
        {...{ filters, onChange }}
      />
      <NativeSelect
        label={words.filters.what}
        data={choices}
        value={filters.action}
        onChange={(event) => onChange({ action: event.currentTarget.value })}
      />
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
      {filters.object !== '' && (
        <p className={styles.only}>
          <Phrase
            text={words.filters.only}
            parts={{ thing: <code>{`…${filters.object.slice(-8)}`}</code> }}
          />
        </p>
      )}
      {narrowed(filters) && (
        <Button variant="default" onClick={clear}>
          {words.filters.clear}
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
