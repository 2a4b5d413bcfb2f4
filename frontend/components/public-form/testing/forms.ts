import type { FormWords } from '@/lib/api/model';
import type { Form, Question } from '../form';
import words from './words.json';

/** A question as a test writes it: what its kind does not have is null. */
export type Asked = Pick<Question, 'key' | 'kind' | 'label'> &
  Partial<Omit<Question, 'questions'>> & { questions?: Asked[] };

const NOTHING: Omit<Question, 'key' | 'kind' | 'label'> = {
  help: '',
  placeholder: '',
  required: true,
  sensitive: false,
  autocomplete: '',
  default: null,
  show_if: null,
  min_length: null,
  max_length: null,
  pattern: null,
  pattern_message: null,
  minimum: null,
  maximum: null,
  decimals: null,
  currencies: null,
  zone: null,
  choices: null,
  live: false,
  region: null,
  text: null,
  most: null,
  accept: null,
  kinds: null,
  max_bytes: null,
  max_files: null,
  query: null,
  value: null,
  type: null,
  row_label: null,
  questions: null,
};

export const questionOf = ({ questions, ...asked }: Asked): Question => ({
  ...NOTHING,
  ...asked,
  questions: questions?.map(questionOf) ?? null,
});

/** A form of one page with these questions, in English, that is open and asks for no ticket. */
export function formOf(asked: Asked[], changes: Partial<Form> = {}): Form {
  const questions = asked.map(questionOf);
  return {
    slug: 'order',
    version: 7,
    language: 'en',
    direction: 'ltr',
    languages: [{ code: 'en', name: 'English' }],
    organization: { name: 'Nordwind' },
    title: 'Order form',
    intro: '',
    submit_label: 'Send',
    minutes: 2,
    words: words as FormWords,
    look: { logo: null, accent: null },
    sent: { title: '', text: '', redirect: null },
    state: 'open',
    state_text: '',
    pages: [{ title: '', intro: '', questions: questions.map(({ key }) => key), show_if: null }],
    questions,
    rules: [],
    has_expressions: false,
    json_schema: schemaOf(questions),
    steps: [{ key: 'party', title: 'Create the customer', system: 'Tryton' }],
    protection: {
      honeypot: true,
      ticket: false,
      proof_of_work: false,
      without_script: 'refuse',
      allowed_origins: [],
    },
    ...changes,
  };
}

/** The JSON Schema that the server makes of these questions. */
export function schemaOf(questions: readonly Question[]): Record<string, unknown> {
  const asked = questions.filter(({ kind }) => kind !== 'calculated');
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(asked.map((question) => [question.key, propertyOf(question)])),
    required: asked
      .filter(({ required, show_if, kind }) => required !== false && !show_if && kind !== 'hidden')
      .map(({ key }) => key),
  };
}

function propertyOf(question: Question): Record<string, unknown> {
  return { title: question.label, ...ofKind(question) };
}

function ofKind(question: Question): Record<string, unknown> {
  const { kind, minimum, maximum, choices } = question;
  const decimal = {
    type: 'string',
    pattern: `^-?[0-9]{1,15}(?:\\.[0-9]{1,${question.decimals ?? 2}})?$`,
  };
  const chosen = choices ? { enum: choices.map(({ value }) => value) } : { type: 'string' };
  switch (kind) {
    case 'email':
      return { type: 'string', format: 'email', maxLength: 254 };
    case 'integer':
      return { type: 'integer', minimum: minimum ?? -1e9, maximum: maximum ?? 1e9 };
    case 'rating':
      return { type: 'integer', minimum: 1, maximum: question.most ?? 5 };
    case 'decimal':
      return decimal;
    case 'money':
      return {
        type: 'object',
        properties: { amount: decimal, currency: { enum: question.currencies } },
        required: ['amount', 'currency'],
      };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'datetime':
      return partsOf({ at: [40, true], zone: [64, true] });
    case 'address':
      return partsOf(
        {
          street: [200, true],
          more: [200, false],
          postcode: [20, true],
          city: [100, true],
          region: [100, false],
          country: [2, true],
        },
        { country: { enum: question.choices?.map(({ value }) => value) ?? ['AT', 'DE', 'GB'] } },
      );
    case 'signature':
      return partsOf({ name: [200, true], path: [20_000, false] });
    case 'boolean':
      return { type: 'boolean' };
    case 'consent':
      return { const: true };
    case 'choice':
    case 'country':
      return chosen;
    case 'choices':
      return { type: 'array', items: chosen, minItems: minimum ?? 0, maxItems: maximum ?? 1000 };
    case 'file':
      return {
        type: 'array',
        items: { type: 'string', format: 'uuid' },
        minItems: 1,
        maxItems: question.max_files ?? 1,
      };
    case 'group':
      return {
        type: 'array',
        items: schemaOf(question.questions ?? []),
        minItems: minimum ?? 0,
        maxItems: maximum ?? 50,
      };
    default:
      return {
        type: 'string',
        ...(question.min_length ? { minLength: question.min_length } : {}),
        ...(question.max_length ? { maxLength: question.max_length } : {}),
        ...(question.pattern ? { pattern: `^(?:${question.pattern})$` } : {}),
      };
  }
}

type Lengths = Record<string, [longest: number, needed: boolean]>;

const partsOf = (parts: Lengths, others: Record<string, unknown> = {}) => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    ...Object.fromEntries(
      Object.entries(parts).map(([part, [maxLength, needed]]) => {
        const text = { type: 'string', minLength: 1, maxLength };
        return [part, needed ? text : { anyOf: [text, { type: 'null' }] }];
      }),
    ),
    ...others,
  },
  required: Object.entries(parts).flatMap(([part, [, needed]]) => (needed ? [part] : [])),
});
