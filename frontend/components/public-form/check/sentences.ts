import type { OutputUnit } from '@cfworker/json-schema';
import type { Question } from '../form';
import type { Say } from '../words';

/** The sentence for a rule of the schema that an answer breaks: the one the server says too. */
export function sentenceOf(
  { keyword }: Pick<OutputUnit, 'keyword'>,
  limit: unknown,
  question: Question,
  say: Say,
): string {
  const count = Number(limit);
  switch (keyword) {
    case 'minLength':
      return say('refusals.too_short', { count });
    case 'maxLength':
      return say('refusals.too_long', { count });
    case 'minimum':
      return say('refusals.least', { least: String(limit) });
    case 'maximum':
      return say('refusals.most', { most: String(limit) });
    case 'minItems':
      return say('refusals.too_few', { count });
    case 'maxItems':
      return say('refusals.too_many', { count });
    case 'uniqueItems':
      return say('refusals.repeated');
    case 'pattern':
      return question.pattern_message || ofKind(question, say);
    default:
      return ofKind(question, say);
  }
}

/** What this kind of answer looks like. */
function ofKind({ kind, currencies }: Question, say: Say): string {
  switch (kind) {
    case 'email':
    case 'url':
    case 'boolean':
    case 'country':
    case 'consent':
    case 'signature':
    case 'file':
      return say(`refusals.${kind}`);
    case 'text':
    case 'multiline':
      return say('refusals.pattern');
    case 'date':
      return say('refusals.date', { example: '2026-12-31' });
    case 'time':
      return say('refusals.time', { example: '14:30' });
    case 'datetime':
      return say('refusals.moment', { example: '2026-12-31T14:30' });
    case 'integer':
    case 'rating':
      return say('refusals.whole_number');
    case 'decimal':
      return say('refusals.number');
    case 'money':
      return currencies && currencies.length > 1
        ? say('refusals.currency', { currencies: currencies.join(', ') })
        : say('refusals.number');
    case 'choice':
    case 'choices':
      return say('refusals.choice');
    default:
      return say('refusals.value');
  }
}
