import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { countriesIn } from '@/lib/words/countries';
import { language } from '@/lib/words/languages';
import type { Row } from '../../expressions/condition';
import type { Item } from '../../scope/model/item';
import { words } from '../words';
import styles from '../conditions.module.css';

type Props = {
  row: Row;
  item: Item | undefined;
  label: string;
  onChange: (values: string[]) => void;
};

const NUMBERS = new Set(['int', 'double', 'decimal', 'count']);

/** With what a value is compared, by what it is. */
export function ValueControl({ row, item, label, onChange }: Props) {
  const [value = ''] = row.values;
  const choices = choicesOf(item);
  if (row.is === 'oneOf') return <Several {...{ row, choices, label, onChange }} />;
  if (choices) {
    const known = choices.some((each) => each.value === value);
    const data = [
      { value: '', label: words.emptyChoice },
      ...(known || value === '' ? [] : [{ value, label: words.gone(value) }]),
      ...choices,
    ];
    return (
      <NativeSelect
        aria-label={label}
        data={data}
        value={value}
        onChange={(event) => onChange([event.currentTarget.value].filter(Boolean))}
      />
    );
  }
  const isDay = item?.type === 'day' || row.as === 'moment';
  return (
    <TextInput
      aria-label={label}
      value={value}
      {...(isDay && { type: 'date' })}
      {...(item?.type === 'time' && { type: 'time' })}
      {...(NUMBERS.has(row.as) && { inputMode: 'decimal' as const })}
      onChange={(event) => onChange([event.currentTarget.value].filter(Boolean))}
      dir="auto"
    />
  );
}

type Choices = { value: string; label: string }[] | undefined;

function choicesOf(item: Item | undefined): Choices {
  if (item?.kind === 'country') {
    return countriesIn({ language: language(), questions: [{ kind: 'country' }] });
  }
  return item?.choices;
}

type SeveralProps = { choices: Choices } & Omit<Props, 'item'>;

function Several({ row, choices, label, onChange }: SeveralProps) {
  if (!choices || choices.length > 12) {
    return (
      <Textarea
        aria-label={label}
        description={words.oneEachLine}
        value={row.values.join('\n')}
        onChange={(event) => onChange(event.currentTarget.value.split('\n'))}
        autosize
        minRows={2}
        dir="auto"
      />
    );
  }
  const toggled = (value: string, isOn: boolean) =>
    choices
      .map((each) => each.value)
      .filter((each) => (each === value ? isOn : row.values.includes(each)));
  return (
    <div role="group" aria-label={label} className={styles.choices}>
      {choices.map(({ value, label: said }) => (
        <Checkbox
          key={value}
          label={said}
          checked={row.values.includes(value)}
          onChange={(event) => onChange(toggled(value, event.currentTarget.checked))}
        />
      ))}
    </div>
  );
}
