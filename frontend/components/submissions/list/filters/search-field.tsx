import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '@/lib/hooks/use-shortcuts';
import { words } from '../words';
import styles from './filter-bar.module.css';

const SETTLE = 300;

type Props = { value: string; onChange: (text: string) => void };

/** Searches when the typing pauses; `/` leads here from anywhere on the page. */
export function SearchField({ value, onChange }: Props) {
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts([{ keys: '/', what: words.keys.search, run: () => input.current?.focus() }]);
  // The address was changed elsewhere: by the back button, a view, or a filter that was removed.
  if (value !== asked) {
    setAsked(value);
    setText(value);
  }

  function ask(next: string) {
    clearTimeout(timer.current);
    setAsked(next.trim());
    if (next.trim() !== value) onChange(next.trim());
  }

  function type(next: string) {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(next), SETTLE);
  }

  return (
    <TextInput
      ref={input}
      className={styles.search ?? ''}
      aria-label={words.filters.search}
      placeholder={words.filters.searchFor}
      type="search"
      value={text}
      maxLength={100}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(text);
        // From here on the keys of the list work again.
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}
