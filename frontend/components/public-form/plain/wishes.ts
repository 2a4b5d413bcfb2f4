import { emptyAnswers, newRow, rowsOf, type Row, type Typed } from '../answers/typed';
import type { Question } from '../form';
import { OWN } from './plain';

/**
 * What the pressed button asks for. Only `send` sends; all others draw the form anew, with what
 * was typed.
 */
export type Wish =
  | { act: 'send' | 'update' }
  | { act: 'add'; group: string }
  | { act: 'remove' | 'up' | 'down'; group: string; row: number };

/** A button that asks for something: it sends the form where no script does what it says. */
export const pressed = (act: string, path: string, scripted: boolean) =>
  scripted
    ? ({ type: 'button' } as const)
    : ({ type: 'submit', name: OWN.act, value: `${act}:${path}` } as const);

/** The wish that a button carries as its value, such as `remove:lines.2`. */
export function wishOf(text: unknown): Wish {
  if (text === 'update') return { act: 'update' };
  const [, act, group = '', row] = /^(\w+):(\w+)(?:\.(\d{1,3}))?$/.exec(String(text)) ?? [];
  if (act === 'add') return { act, group };
  if ((act === 'remove' || act === 'up' || act === 'down') && row !== undefined)
    return { act, group, row: Number(row) };
  return { act: 'send' };
}

/** The answers after a wish about rows; the same for every other wish. */
export function answersAfter(questions: readonly Question[], typed: Typed, wish: Wish): Typed {
  if (!('group' in wish)) return typed;
  const group = questions.find(({ key, kind }) => key === wish.group && kind === 'group');
  if (!group) return typed;
  return { ...typed, [group.key]: rowsAfter(group, rowsOf(typed[group.key]), wish) };
}

function rowsAfter(group: Question, rows: Row[], wish: Extract<Wish, { group: string }>): Row[] {
  if (wish.act === 'add') {
    const full = rows.length >= Number(group.maximum ?? rows.length + 1);
    return full ? rows : [...rows, newRow(emptyAnswers(group.questions ?? []))];
  }
  const next = [...rows];
  const moved = next.splice(wish.row, 1);
  if (wish.act !== 'remove')
    next.splice(Math.max(wish.row + (wish.act === 'up' ? -1 : 1), 0), 0, ...moved);
  return next;
}
