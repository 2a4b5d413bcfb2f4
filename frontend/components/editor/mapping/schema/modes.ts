import { isRecord } from '../../model/alike';
import { readPick } from '../../expressions/picks';
import { readLines } from '../../expressions/rows';
import { isComputed, wholeExpression } from '../../expressions/template';
import type { Input, Takes } from './inputs';

/** In which way an input gets its value. */
export type Mode =
  'nothing' | 'fixed' | 'text' | 'answer' | 'record' | 'list' | 'lines' | 'expression';

const OF: Record<Takes, Mode[]> = {
  text: ['text', 'answer', 'expression'],
  scalar: ['text', 'answer', 'expression'],
  int: ['fixed', 'answer', 'expression'],
  double: ['fixed', 'answer', 'expression'],
  bool: ['fixed', 'answer', 'expression'],
  record: ['record', 'answer', 'expression'],
  map: ['record', 'expression'],
  rows: ['lines', 'list', 'expression'],
  texts: ['list', 'answer', 'expression'],
  anything: ['text', 'fixed', 'answer', 'record', 'list', 'expression'],
};

export function modesOf({ takes, choices }: Input): Mode[] {
  const own = choices ? (['fixed', 'answer', 'expression'] as Mode[]) : OF[takes];
  return ['nothing', ...own];
}

/** The way in which a value is written. */
export function modeOf(value: unknown, input: Input): Mode {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (isRecord(value)) return 'record';
  if (typeof value !== 'string') return 'fixed';
  const whole = wholeExpression(value);
  if (whole !== null) {
    if (readPick(whole)) return 'answer';
    return input.takes === 'rows' && readLines(whole) ? 'lines' : 'expression';
  }
  return modesOf(input).includes('text') || isComputed(value) ? 'text' : 'fixed';
}

/** Whether a value can go on being edited in a way that somebody chose. */
export function canStay(mode: Mode, value: unknown, input: Input): boolean {
  if (value === undefined || value === null || mode === modeOf(value, input)) return true;
  if (typeof value !== 'string') return false;
  return mode === 'text' || (mode === 'expression' && wholeExpression(value) !== null);
}
