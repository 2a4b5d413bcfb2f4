import { NativeSelect } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { Literal } from '../../expressions/literals';
import { readLines, writeLines, type Cell, type Lines } from '../../expressions/rows';
import { wholeExpression } from '../../expressions/template';
import { useScope } from '../../scope/hooks/use-scope';
import { itemsOf, type Group, type Item } from '../../scope/model/item';
import { words as scopeWords } from '../../scope/words';
import type { Place } from '../../store/place';
import type { ValueProps } from '../inputs/value-props';
import { kindWords } from '../inputs/kinds';
import { ChoosePick, PickEditor } from '../picks/pick-editor';
import { LiteralInput } from '../picks/otherwise';
import { emptyOf } from '../picks/fitting';
import type { Input } from '../schema/inputs';
import { words as all } from '../words';
import styles from './lines.module.css';
import { linesOf } from './start';

/** One record for each row of a group of questions. */
export function LinesInput({ place, input, value, error, onChange }: ValueProps) {
  const words = all.lines;
  const groups = useScope(place);
  const sources = itemsOf(groups).filter(({ type }) => type === 'rows');
  const lines = readLines(wholeExpression(value) ?? '');
  const source = sources.find(({ path }) => path.join('.') === lines?.rows.join('.'));
  const write = (next: Lines) => onChange(`\${{ ${writeLines(next)} }}`);
  // Where there is one group of rows, nothing is left to choose. Once: it can be undone.
  const only = value === undefined && sources.length === 1 ? sources[0] : undefined;
  const wasTaken = useRef(false);
  useEffect(() => {
    if (!only || wasTaken.current) return;
    wasTaken.current = true;
    write(linesOf(only, input));
  });
  if (sources.length === 0) return <p>{words.none}</p>;
  const rowGroup: Group[] = source
    ? [{ key: 'row', label: scopeWords.row, items: source.parts ?? [] }]
    : [];
  return (
    <div className={styles.lines}>
      <NativeSelect
        label={words.group}
        data-place={place}
        error={error}
        value={lines?.rows.join('.') ?? ''}
        data={[
          { value: '', label: all.choose },
          ...sources.map(({ path, label }) => ({ value: path.join('.'), label })),
        ]}
        onChange={(event) => {
          const wanted = event.currentTarget.value;
          const next = sources.find(({ path }) => path.join('.') === wanted);
          if (next) write(linesOf(next, input));
        }}
      />
      {lines &&
        input.parts.map((part) => (
          <CellEditor
            key={part.key}
            place={place}
            part={part}
            cell={lines.cells[part.key]}
            groups={[...rowGroup, ...groups]}
            row={rowGroup}
            onChange={(cell) => write({ ...lines, cells: withCell(lines.cells, part.key, cell) })}
          />
        ))}
    </div>
  );
}

function withCell(cells: Record<string, Cell>, key: string, cell: Cell | undefined) {
  const { [key]: _, ...rest } = cells;
  return cell ? { ...rest, [key]: cell } : rest;
}

type CellProps = {
  place: Place;
  part: Input;
  cell: Cell | undefined;
  groups: readonly Group[];
  row: readonly Group[];
  onChange: (cell: Cell | undefined) => void;
};

function CellEditor({ place, part, cell, groups, row, onChange }: CellProps) {
  const words = all.lines;
  const target = { input: part, within: 'row' } as const;
  const mode = cell === undefined ? 'nothing' : 'pick' in cell ? 'pick' : 'fixed';
  const isMissing = part.required && !cell;
  const shared = { place, first: row, target };
  return (
    <fieldset className={styles.cell} data-missing={isMissing || undefined}>
      <legend>
        <span dir="auto">{part.title}</span>{' '}
        <span className={styles.kind}>
          {part.required ? `${kindWords(part)}, ${all.needed}` : kindWords(part)}
        </span>
      </legend>
      {mode !== 'pick' && (
        <NativeSelect
          aria-label={all.what(part.title)}
          value={mode}
          error={isMissing && all.neededHint}
          data={[
            { value: 'nothing', label: part.required ? all.choose : words.nothing },
            { value: 'fixed', label: words.fixed },
          ]}
          onChange={(event) =>
            onChange(event.currentTarget.value === 'fixed' ? { value: emptyFor(part) } : undefined)
          }
        />
      )}
      {cell && 'value' in cell && (
        <LiteralInput
          label={all.value(part.title)}
          value={cell.value}
          onChange={(value) => onChange({ value })}
        />
      )}
      {cell && 'pick' in cell ? (
        <PickEditor
          {...shared}
          groups={groups}
          pick={cell.pick}
          onChange={(pick) => onChange({ pick })}
          onRemove={() => onChange(undefined)}
        />
      ) : (
        <ChoosePick {...shared} onChange={(pick) => onChange({ pick })} />
      )}
    </fieldset>
  );
}

const emptyFor = ({ takes }: Input): Literal =>
  takes === 'scalar' ? '' : (emptyOf(takes as Item['type']) ?? '');
