import type { FaultOut } from '@/lib/api/model';
import { words as all } from '../words';

const NEEDED = /^the action needs `[^`]+`: say what to send$/;
const EMPTY = /^`fields` is needed here$|may have at least 1 entries; it has 0$/;
const ROWS = /^form\.fields\.[^.]+\.fields$/;

/** A fault in the words of the editor, where those of the definition speak of keys. */
export function plainFault(fault: FaultOut): FaultOut {
  const words = all.problems.plain;
  const { field, message } = fault;
  if (NEEDED.test(message)) return { ...fault, message: words.needed };
  if (!EMPTY.test(message)) return fault;
  if (field === 'form.fields') return { ...fault, message: words.noQuestion };
  if (field === 'steps') return { ...fault, message: words.noStep };
  return ROWS.test(field) ? { ...fault, message: words.noRowQuestion } : fault;
}
