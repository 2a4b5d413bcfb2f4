import { NativeSelect } from '@mantine/core';
import { templateOf, wholeExpression } from '../../../expressions/template';
import type { Path } from '../../../expressions/nodes';
import { useScope } from '../../../scope/hooks/use-scope';
import { flat, itemsOf, type Item } from '../../../scope/model/item';
import { useChange } from '../../../store/context';
import type { Place } from '../../../store/place';
import { useFaultText, usePart } from '../../fields/use-part';
import { setPart } from '../../model/parts';
import { EMPTY_TEXT } from '../../model/questions';
import { readSum, writeSum, type Sum } from '../../model/sum';
import { words as all } from '../../words';

const keyOf = (path: Path): string => path.join('.');

/** What can be added up of a row: the numbers that are always there. */
const numbersIn = (rows: Item): Item[] =>
  flat(rows.parts ?? []).filter(
    ({ type, optional }) => (type === 'int' || type === 'decimal') && !optional,
  );

/** The sum that a calculated answer is, and the groups of rows that one could be made of. */
export function useSum(place: Place) {
  const [value] = usePart<string>(`${place}.value`);
  const groups = useScope(`${place}.value`);
  const sources = itemsOf(groups).filter(
    (item) => item.type === 'rows' && numbersIn(item).length > 0,
  );
  const sum = readSum(wholeExpression(value) ?? '');
  const source = sources.find(({ path }) => sum && keyOf(path) === keyOf(sum.rows));
  return { sources, source, sum: source ? sum : null };
}

/** Whether the answer is put together, or the sum of what stands in each row of a group. */
export function SumPart({ place }: { place: Place }) {
  const words = all.calculated;
  const { sources, source, sum } = useSum(place);
  const change = useChange();
  const fault = useFaultText(`${place}.value`);
  const write = (next: Sum | null) =>
    change(`${place}.value`, (draft) => {
      const value = next && templateOf([{ text: writeSum(next), computed: true }]);
      setPart(draft, `${place}.value`, value ?? EMPTY_TEXT);
      setPart(draft, `${place}.type`, next ? 'decimal' : undefined);
    });
  if (sources.length === 0) return null;
  return (
    <>
      <NativeSelect
        label={words.how}
        data-place={source ? `${place}.value` : undefined}
        value={source ? keyOf(source.path) : ''}
        error={source && fault}
        data={[
          { value: '', label: words.together },
          ...sources.map(({ path, label }) => ({ value: keyOf(path), label: words.sumOf(label) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          write(startOf(sources.find(({ path }) => keyOf(path) === value)))
        }
      />
      {source && sum && <Factors source={source} sum={sum} onChange={write} />}
    </>
  );
}

/** A price times a count, as far as each row has them. */
function startOf(source: Item | undefined): Sum | null {
  const numbers = source ? numbersIn(source) : [];
  const added = numbers.find(({ type }) => type === 'decimal') ?? numbers[0];
  if (!source || !added) return null;
  const times = numbers.find((each) => each !== added && each.type === 'int');
  const { path: rows, optional } = source;
  return { rows, optional, added: added.path, times: times?.path ?? null };
}

type FactorsProps = { source: Item; sum: Sum; onChange: (sum: Sum) => void };

function Factors({ source, sum, onChange }: FactorsProps) {
  const words = all.calculated;
  const numbers = numbersIn(source);
  const pathOf = (key: string) => numbers.find(({ path }) => keyOf(path) === key)?.path ?? null;
  const data = numbers.map(({ path }) => ({ value: keyOf(path), label: nameIn(source, path) }));
  return (
    <>
      <NativeSelect
        label={words.added}
        value={keyOf(sum.added)}
        data={data}
        onChange={({ currentTarget: { value } }) => {
          const added = pathOf(value);
          if (added) onChange({ ...sum, added });
        }}
      />
      <NativeSelect
        label={words.times}
        description={words.timesHint}
        value={sum.times ? keyOf(sum.times) : ''}
        data={[{ value: '', label: words.nothing }, ...data]}
        onChange={({ currentTarget: { value } }) => onChange({ ...sum, times: pathOf(value) })}
      />
    </>
  );
}

/** `Price: Amount` for a part of an answer. */
function nameIn({ parts = [] }: Item, path: Path): string {
  const way = flat(parts).filter((each) => keyOf(path).startsWith(`${keyOf(each.path)}.`));
  const own = flat(parts).find((each) => keyOf(each.path) === keyOf(path));
  return [...way, ...(own ? [own] : [])].map(({ label }) => label).join(': ');
}
