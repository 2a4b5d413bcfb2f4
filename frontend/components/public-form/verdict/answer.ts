import { isAbsent } from './clean';
import { fault, type Answer, type Data, type Schema, type VerdictQuestion } from './form';
import { choiceAnswer, choicesAnswer, filesAnswer } from './kinds/codes';
import { dateAnswer, datetimeAnswer, timeAnswer } from './kinds/moments';
import { decimalAnswer, integerAnswer, moneyAnswer } from './kinds/numbers';
import { consentAnswer, recordAnswer } from './kinds/records';
import { emailAnswer, phoneAnswer, textAnswer, urlAnswer } from './kinds/texts';

/** One answer, judged as the server does. Null for none: absent is one thing, however it is sent. */
export function answerOf(
  value: unknown,
  question: VerdictQuestion,
  schema: Schema,
  { optional, language }: { optional: boolean; language: string },
): Answer {
  if (isAbsent(value)) return optional ? { value: null } : fault('needed');
  switch (question.kind) {
    case 'text':
    case 'multiline':
    case 'hidden':
      return textAnswer(value, question, schema);
    case 'email':
      return emailAnswer(value);
    case 'phone':
      return phoneAnswer(value, question);
    case 'url':
      return urlAnswer(value);
    case 'integer':
    case 'rating':
      return integerAnswer(value, schema);
    case 'decimal':
      return decimalAnswer(value, question);
    case 'money':
      return moneyAnswer(value, question, schema);
    case 'date':
      return dateAnswer(value, question);
    case 'time':
      return timeAnswer(value, question);
    case 'datetime':
      return datetimeAnswer(value, question);
    case 'boolean':
      return typeof value === 'boolean' ? { value } : fault('boolean');
    case 'consent':
      return consentAnswer(value, question, language);
    case 'choice':
    case 'country':
      return choiceAnswer(value, question);
    case 'choices':
      return choicesAnswer(value, question, schema);
    case 'address':
    case 'signature':
      return recordAnswer(value, schema);
    case 'file':
      return filesAnswer(value, schema);
    default:
      return { doubt: 'expression' };
  }
}

/** The schema of one question's answers, inside that of all answers or of a row. */
export function schemaOf(parent: unknown, key: string): Schema {
  const properties = (parent as { properties?: Data } | undefined)?.properties;
  return (properties?.[key] as Schema | undefined) ?? {};
}
