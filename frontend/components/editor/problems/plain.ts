import type { FaultOut } from '@/lib/api/model';
import { faultWords } from '@/lib/words/catalogues/faults/faults';
import { placeOfServer } from '../store/place';
import { words as all } from '../words';

/** `isUnknown`: of a key that no control of the editor has. */
export type Fault = FaultOut & { isUnknown?: true };

const ROWS = /^form\.fields\.[^.]+\.fields$/;

/** A fault in the words of the console, and of the editor where nothing is there yet. */
export function plainFault(fault: FaultOut): Fault {
  const { code, params } = fault;
  const field = placeOfServer(fault.field);
  const said = { ...fault, field, message: faultWords(fault) };
  if (code === 'key_unknown') return { ...said, isUnknown: true };
  const isEmpty = code === 'too_few' || (code === 'key_needed' && params.key === 'fields');
  return isEmpty ? { ...said, message: emptyWords(field) ?? said.message } : said;
}

function emptyWords(field: string): string | undefined {
  const words = all.problems.plain;
  if (field === 'form.fields') return words.noQuestion;
  if (field === 'steps') return words.noStep;
  return ROWS.test(field) ? words.noRowQuestion : undefined;
}
