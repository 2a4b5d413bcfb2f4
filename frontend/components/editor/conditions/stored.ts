import type { Condition as Choices } from '../expressions/condition';
import { readCondition } from '../expressions/read-condition';
import { isComputed, templateParts, wholeExpression } from '../expressions/template';

/** A condition as the document has it. `choices`: null where it says more than choices can. */
export type Stored =
  { is: 'always' } | { is: 'never' } | { is: 'expression'; text: string; choices: Choices | null };

export function storedOf(value: unknown): Stored {
  if (value === undefined || value === true || value === '') return { is: 'always' };
  if (value === false) return { is: 'never' };
  const written = String(value);
  const text = isComputed(written) ? (wholeExpression(written.trim()) ?? written) : written;
  const isOne = !isComputed(text);
  return { is: 'expression', text, choices: isOne ? readCondition(text) : null };
}

/** As it is stored: within `${{ }}` where it was so before, and in steps. */
export function written(text: string, before: unknown, isStep: boolean): string | undefined {
  if (text.trim() === '') return undefined;
  const wraps = typeof before === 'string' && before !== '' ? isComputed(before) : isStep;
  const parts = templateParts(text);
  return wraps && parts?.every((part) => !part.computed) ? `\${{ ${text} }}` : text;
}
