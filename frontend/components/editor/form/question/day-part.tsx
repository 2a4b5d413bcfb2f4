import { NativeSelect, TextInput } from '@mantine/core';
import type { Place } from '../../store/place';
import { useFaultText, usePart } from '../fields/use-part';
import { words as all } from '../words';
import styles from './day-part.module.css';

const COUNTED = /^today(?:([+-]\d+))?$/;

/** A limit of a date: a day, or one that is counted from the day of the answer. */
export function DayPart({ place, label }: { place: Place; label: string }) {
  const words = all.days;
  const [value = '', write] = usePart<string>(place);
  const counted = COUNTED.exec(value ?? '');
  const way = !value ? '' : counted ? 'counted' : 'day';
  const begin = { '': undefined, counted: 'today', day: new Date().toISOString().slice(0, 10) };
  const days = Number(counted?.[1] ?? 0);
  return (
    <div className={styles.day}>
      <NativeSelect
        label={label}
        data-place={place}
        data={[
          { value: '', label: words.none },
          { value: 'counted', label: words.counted },
          { value: 'day', label: words.day },
        ]}
        value={way}
        error={useFaultText(place)}
        onChange={(event) => write(begin[event.currentTarget.value as keyof typeof begin])}
      />
      {way === 'counted' && (
        <TextInput
          type="number"
          label={words.days(label)}
          description={words.daysHint}
          value={String(days)}
          onChange={({ currentTarget: { value: text } }) => {
            const next = Math.trunc(Number(text));
            write(next === 0 ? 'today' : `today${next > 0 ? '+' : ''}${next}`);
          }}
        />
      )}
      {way === 'day' && (
        <TextInput
          type="date"
          label={words.dayOf(label)}
          value={value}
          onChange={(event) => write(event.currentTarget.value || undefined)}
        />
      )}
    </div>
  );
}
