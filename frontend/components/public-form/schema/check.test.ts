import type { RJSFSchema } from '@rjsf/utils';
import { check } from './check';

const messages = (property: RJSFSchema, value: unknown) =>
  check({ type: 'object', properties: { it: { title: 'It', ...property } } }, { it: value }).map(
    ({ message }) => message,
  );

test.each<[string, RJSFSchema, unknown]>([
  ['text', { type: 'string', maxLength: 3 }, 'abc'],
  ['emoji counted as characters', { type: 'string', maxLength: 2 }, '🚚🚚'],
  ['a text with blanks around it', { type: 'string', maxLength: 3 }, ' abc\u00a0\n'],
  ['letters counted as they are composed', { type: 'string', maxLength: 1 }, 'e\u0301'],
  [
    'text counted without what is unseen',
    { type: 'string', maxLength: 3 },
    'a\u200bb\u202ec\u0007',
  ],
  ['an address with wide full stops', { type: 'string', format: 'email' }, 'a@例え。jp'],
  [
    'an address with unseen marks',
    { type: 'string', format: 'email' },
    '\u202aada@example.com\u202c',
  ],
  ['an e-mail address', { type: 'string', format: 'email' }, 'a.b+c@mail.example.com'],
  ['a choice', { oneOf: [{ const: 'DE' }, { const: 'GB' }] }, 'GB'],
  ['an enum', { enum: ['a', 'b'] }, 'b'],
  ['null where it is allowed', { anyOf: [{ type: 'string' }, { type: 'null' }] }, 'x'],
  ['a phone number', { type: 'string', pattern: '^\\+[0-9][0-9 ()./\\-]{5,28}$' }, '+44 20 7946'],
  ['an unknown format', { type: 'string', format: 'duration' }, 'whatever'],
  ['a number in range', { type: 'integer', minimum: 1, maximum: 5 }, 5],
])('accepts %s', (_name, schema, value) => {
  expect(messages(schema, value)).toEqual([]);
});

test.each<[RJSFSchema, unknown, RegExp]>([
  [{ type: 'string', maxLength: 3 }, 'abcd', /at most 3 characters; this has 4/],
  [{ type: 'string', minLength: 2 }, 'a', /at least 2/],
  [{ type: 'string', format: 'email' }, 'ada@acme', /name@example.com/],
  [{ type: 'string', format: 'email' }, 'ada @acme.example', /name@example.com/],
  [{ oneOf: [{ const: 'DE' }] }, 'XX', /Choose one/],
  [{ type: 'string', pattern: '^x', description: 'Starts with x.' }, 'a', /starts with x/],
  [{ type: 'integer' }, 1.5, /a whole number/],
  [{ type: 'number', maximum: 2 }, 3, /2 or less/],
])('refuses %j for %j', (schema, value, words) => {
  expect(messages(schema, value)).toEqual([expect.stringMatching(words)]);
});

test('a required answer of blanks is missing', () => {
  const schema: RJSFSchema = {
    type: 'object',
    required: ['it'],
    properties: { it: { type: 'string', title: 'Company' } },
  };
  expect(check(schema, { it: '  ' })).toEqual([
    { path: ['it'], keyword: 'required', message: 'Company is missing.' },
  ]);
});

test('references into the document are followed', () => {
  const schema: RJSFSchema = {
    type: 'object',
    properties: { it: { $ref: '#/$defs/Code' } },
    $defs: { Code: { type: 'string', title: 'Code', maxLength: 1 } },
  };
  expect(check(schema, { it: 'ab' })[0]?.message).toMatch(/^Code may have/);
});
