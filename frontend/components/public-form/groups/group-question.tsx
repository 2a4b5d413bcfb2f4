import { useEffect, useRef, type ComponentType } from 'react';
import { idOf, nameOf } from '../answers/names';
import { emptyAnswers, newRow, rowsOf, type Row } from '../answers/typed';
import { pressed } from '../plain/wishes';
import { useEnv, type Change, type ControlProps } from '../questions/env';
import { FieldSet } from '../questions/frame';
import { RowTools } from './row-tools';

/** `Control` draws one question of a row. */
type Props = ControlProps & { Control: ComponentType<ControlProps> };

/** Rows of the same questions: add, remove, move. The focus stays where the hands are. */
export function GroupQuestion({ question, name, entry, onEdit, Control }: Props) {
  const { say, disabled, scripted, tell } = useEnv();
  const rows = rowsOf(entry);
  const inner = question.questions ?? [];
  const least = Number(question.minimum ?? 0);
  const most = Number(question.maximum ?? 500);
  const label = question.row_label || say('rows.row');
  const numbered = (index: number) => say('rows.numbered', { row: label, number: index + 1 });
  const focus = useFocusAfter();

  function add() {
    onEdit((current) => [...rowsOf(current), newRow(emptyAnswers(inner))]);
    tell(say('rows.added', { row: numbered(rows.length) }));
    focus(() => firstControl(idOf(nameOf(name, rows.length))));
  }

  function remove(index: number) {
    onEdit((current) => rowsOf(current).filter((_, each) => each !== index));
    tell(say('rows.removed', { row: numbered(index) }));
    const next = Math.min(index, rows.length - 2);
    focus(() => (next < 0 ? byId(`${idOf(name)}-add`) : byId(idOf(nameOf(name, next)))));
  }

  function move(index: number, by: -1 | 1) {
    onEdit((current) => moved(rowsOf(current), index, by));
    const values = { row: numbered(index), number: index + by + 1, rows: rows.length };
    tell(say('rows.moved', values));
    focus(() => toolOf(idOf(nameOf(name, index + by)), by));
  }

  function edit(id: number, key: string, change: Change) {
    onEdit((current) =>
      rowsOf(current).map((row) => {
        if (row.id !== id) return row;
        const before = row.answers[key];
        const after = typeof change === 'function' ? change(before) : change;
        return { ...row, answers: { ...row.answers, [key]: after } };
      }),
    );
  }

  return (
    <FieldSet question={question} name={name} note={limits(least, most, say)}>
      {rows.length === 0 && <p className="f-empty">{say('rows.none')}</p>}
      <ol className="f-rows">
        {rows.map((row, index) => {
          const path = nameOf(name, index);
          return (
            <li key={row.id}>
              <fieldset className="f-row" id={idOf(path)} tabIndex={-1}>
                <legend className="f-part">{numbered(index)}</legend>
                {/* A row of boxes that nobody ticked would otherwise not be sent at all. */}
                {!scripted && <input type="hidden" name={path} />}
                <RowTools
                  path={path}
                  row={numbered(index)}
                  disabled={disabled}
                  onUp={index > 0 ? () => move(index, -1) : null}
                  onDown={index < rows.length - 1 ? () => move(index, 1) : null}
                  onRemove={rows.length > least ? () => remove(index) : null}
                />
                <div className="f-cells">
                  {inner.map((each) => (
                    <Control
                      key={each.key}
                      question={each}
                      name={nameOf(path, each.key)}
                      entry={row.answers[each.key]}
                      onEdit={(change) => edit(row.id, each.key, change)}
                    />
                  ))}
                </div>
              </fieldset>
            </li>
          );
        })}
      </ol>
      <button
        {...pressed('add', name, scripted)}
        className="f-button"
        id={`${idOf(name)}-add`}
        disabled={disabled || rows.length >= most}
        onClick={scripted ? add : undefined}
      >
        {say('rows.add', { row: label })}
      </button>
    </FieldSet>
  );
}

function limits(least: number, most: number, say: ReturnType<typeof useEnv>['say']): string {
  const from = least > 1 ? say('rows.least', { count: least }) : '';
  const to = most < 50 ? say('rows.most', { count: most }) : '';
  return [from, to].filter(Boolean).join(' ');
}

function moved(rows: Row[], index: number, by: -1 | 1): Row[] {
  const next = [...rows];
  const row = next.splice(index, 1);
  next.splice(index + by, 0, ...row);
  return next;
}

const byId = (id: string) => document.getElementById(id);

const firstControl = (id: string) =>
  byId(id)?.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea') ?? null;

/** The button that was pressed, where the row now is; the other one at the end of the way. */
function toolOf(id: string, by: -1 | 1): HTMLElement | null {
  const tools = (which: string) =>
    byId(id)?.querySelector<HTMLButtonElement>(`[data-tool='${which}']:not(:disabled)`) ?? null;
  return by < 0 ? (tools('up') ?? tools('down')) : (tools('down') ?? tools('up'));
}

/** Gives the focus to an element that is there only after the next drawing. */
function useFocusAfter() {
  const wanted = useRef<(() => HTMLElement | null) | null>(null);
  useEffect(() => {
    wanted.current?.()?.focus();
    wanted.current = null;
  });
  return (find: () => HTMLElement | null) => {
    wanted.current = find;
  };
}
