import { NativeSelect, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { SubmissionStatus } from '@/lib/api/model';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import type { SubmissionFilters } from '../hooks/use-submissions';
import { words as all } from '../words';
import styles from './filter-bar.module.css';

const words = all.list;

const SETTLE = 300;

const CHOICES = [
  { value: '', label: words.allStates },
  ...Object.values(SubmissionStatus).map((status) => ({
    value: status,
    label: SUBMISSION_WORDS[submissionState(status)],
  })),
];

type Props = { filters: SubmissionFilters; onChange: (next: Partial<SubmissionFilters>) => void };

export function FilterBar({ filters, onChange }: Props) {
  return (
    <div role="search" className={styles.filters}>
      <Search
        key={filters.search === '' ? 'empty' : 'filled'}
        filters={filters}
        onChange={onChange}
      />
      <NativeSelect
        label={words.state}
        data={CHOICES}
        value={filters.status ?? ''}
        onChange={(event) =>
          onChange({ status: (event.currentTarget.value || null) as SubmissionFilters['status'] })
        }
      />
    </div>
  );
}

/** Searches when the typing pauses; `/` leads here from anywhere on the page. */
function Search({ filters, onChange }: Props) {
  const [text, setText] = useState(filters.search);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useSlashKey(() => input.current?.focus());
  useEffect(() => () => clearTimeout(timer.current), []);

  function type(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange({ search: next.trim() }), SETTLE);
  }

  return (
    <TextInput
      ref={input}
      className={styles.search ?? ''}
      label={words.search}
      placeholder={words.searchFor}
      type="search"
      value={text}
      maxLength={100}
      onChange={(event) => type(event.currentTarget.value)}
    />
  );
}

function useSlashKey(act: () => void) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const busy = event.target instanceof Element && event.target.closest('input,textarea,select');
      if (event.key !== '/' || busy || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
