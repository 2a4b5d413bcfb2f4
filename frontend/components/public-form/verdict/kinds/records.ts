import { clean } from '../clean';
import { fault, isRecord, type Answer, type Data, type Fault, type Schema } from '../form';
import type { VerdictQuestion } from '../form';
import { judged } from '../schema';
import { codeOf } from './codes';

const COUNTRY = 'country';

/** An address or a signature: cleaned parts, of which the schema knows the lengths. */
export function recordAnswer(value: unknown, schema: Schema): Answer {
  if (!isRecord(value)) return fault('group');
  const parts = schema.properties as { [name: string]: Schema };
  const needed = (schema.required as string[] | undefined) ?? [];
  const cleaned: Data = {};
  const faults: Fault[] = [];
  for (const [name, part] of Object.entries(value)) {
    const text = typeof part === 'string' && name !== 'path' ? clean(part) : part;
    const isBlank = text === null || (typeof part === 'string' && clean(part) === '');
    if (isBlank && name in parts && !needed.includes(name)) continue;
    cleaned[name] = text;
  }
  for (const name of needed) if (!(name in cleaned)) faults.push({ at: [name], code: 'needed' });
  for (const [name, part] of Object.entries(cleaned)) {
    const found = partAnswer(name, part, parts[name]);
    if (found.faults) faults.push(...found.faults.map((each) => ({ ...each, at: [name] })));
    else cleaned[name] = found.value;
  }
  return faults.length > 0 ? { faults } : { value: cleaned as { [part: string]: string } };
}

function partAnswer(name: string, part: unknown, schema: Schema | undefined): Answer {
  if (!schema) return fault('unknown');
  if (typeof part !== 'string') return fault('text');
  if (name === COUNTRY) return codeOf(part, schema.enum as string[], COUNTRY);
  const text = ((schema.anyOf as Schema[] | undefined) ?? []).find(({ type }) => type === 'string');
  return judged(part, text ?? schema);
}

/** Sent as true; what was stored of it may be sent again. */
export function consentAnswer(value: unknown, question: VerdictQuestion, language: string): Answer {
  if (isRecord(value) && value.agreed === true && typeof value.text === 'string') {
    if (value.text !== question.text) return { doubt: 'consent' };
    const said = value.language === undefined ? '' : String(value.language);
    return { value: { agreed: true, text: value.text, language: said } };
  }
  if (value !== true) return fault('agreed');
  return { value: { agreed: true, text: question.text ?? '', language } };
}
