import type { FaultOut } from '@/lib/api/model';
import { languageName } from '../form/fields/language-name';
import { placeOfServer } from '../store/place';
import { words as all } from '../words';

/** `isUnknown`: of a key that no control of the editor has. */
export type Fault = FaultOut & { isUnknown?: true };

const NEEDED = /^the action needs `[^`]+`: say what to send$/;
const EMPTY = /^`fields` is needed here$|may have at least 1 entries; it has 0$/;
const ROWS = /^form\.fields\.[^.]+\.fields$/;
const UNKNOWN = /^`([^`]+)` is no key here(?!; did you mean)/;
const NO_KIND = /^`([^`]+)` is no kind of question; there are/;

const MISSING =
  /^this text is missing in ([a-z]{2,3}(?:-[A-Za-z0-9]+)*(?:, [a-z]{2,3}(?:-[A-Za-z0-9]+)*)*)$/;

const NO_QUESTION = /^`input\.([^`]+)` is no field of this form/;
const NO_CONNECTION = /^this organization has no connection `([^`]+)`/;

/** A message of the server as a sentence, what it quotes as texts quote. */
export const said = (message: string): string =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}`.replace(/`([^`]*)`/g, '“$1”');

/** A fault at its place, in the words of the editor where those of the definition speak of keys. */
export function plainFault(fault: FaultOut): Fault {
  const field = placeOfServer(fault.field);
  const plain = inOurWords({ ...fault, field });
  return { ...plain, message: said(plain.message) };
}

function inOurWords(fault: FaultOut): Fault {
  const words = all.problems.plain;
  const { field, message } = fault;
  if (NEEDED.test(message)) return { ...fault, message: words.needed };
  const [, missing] = MISSING.exec(message) ?? [];
  if (missing) return { ...fault, message: words.missing(missing.split(', ').map(languageName)) };
  const [, kind] = NO_KIND.exec(message) ?? [];
  if (kind) return { ...fault, message: words.noKind(kind) };
  const [, question] = NO_QUESTION.exec(message) ?? [];
  if (question) return { ...fault, message: words.noAnswer(question) };
  const [, connection] = NO_CONNECTION.exec(message) ?? [];
  if (connection) return { ...fault, message: words.noSystem(connection) };
  if (message.includes('is no key here')) {
    const [, key] = UNKNOWN.exec(message) ?? [];
    return { ...fault, message: key ? words.unknown(key) : message, isUnknown: true };
  }
  if (!EMPTY.test(message)) return fault;
  if (field === 'form.fields') return { ...fault, message: words.noQuestion };
  if (field === 'steps') return { ...fault, message: words.noStep };
  return ROWS.test(field) ? { ...fault, message: words.noRowQuestion } : fault;
}
