import { REST, TRYTON } from '../testing/connectors';
import { bodyOf } from './body';
import { faultsOf } from './check';
import { draftOf, withoutSecrets } from './draft';
import { fieldsOf, type Schema } from './model';
import { placeOf } from './places';

const tryton = fieldsOf(TRYTON.settings_schema as Schema);
const rest = fieldsOf(REST.settings_schema as Schema);
const signIn = fieldsOf(REST.credentials_schema as Schema);

test('each property becomes a field of its kind, in order', () => {
  expect(tryton.map(({ key, kind, required }) => [key, kind, required])).toEqual([
    ['base_url', 'text', true],
    ['database', 'text', false],
    ['company', 'integer', true],
    ['employee', 'integer', false],
  ]);
  expect(rest.map(({ kind }) => kind)).toEqual(['text', 'names', 'list', 'record', 'boolean']);
  expect(signIn.map(({ kind }) => kind)).toEqual(['variants']);
  expect(fieldsOf(TRYTON.credentials_schema as Schema)[0]?.kind).toBe('secret');
});

test('what is left empty is not sent, and numbers are numbers', () => {
  const values = { ...draftOf(tryton), base_url: ' https://erp.example.com ', company: '7' };
  expect(bodyOf(tryton, values)).toEqual({
    base_url: 'https://erp.example.com',
    database: 'tryton',
    company: 7,
  });
  expect(bodyOf(tryton, { ...values, company: 'seven' }).company).toBe('seven');
});

test('what is stored comes back as it was', () => {
  const stored = {
    base_url: 'https://api.example.com',
    headers: { 'X-Tenant': 'riverside', 'X-Limit': 5 },
    not_done_statuses: [429, 503],
    look_up: { path: '/leads', lag_seconds: 1.5 },
    send_trace: true,
  };
  expect(bodyOf(rest, draftOf(rest, stored))).toEqual(stored);
});

test('a record that is left out is not sent, and one of several sends its own fields', () => {
  expect(bodyOf(rest, draftOf(rest))).toEqual({
    headers: {},
    not_done_statuses: [],
    send_trace: false,
  });
  expect(bodyOf(signIn, draftOf(signIn))).toEqual({ auth: { scheme: 'none' } });
  const bearer = { auth: { scheme: 'bearer', token: 'abc' } };
  expect(bodyOf(signIn, bearer)).toEqual(bearer);
});

test('the schema’s rules are said at their fields', () => {
  const long = 'ä'.repeat(10_000);
  const faults = faultsOf(
    tryton,
    { base_url: long, database: '../etc', company: '0', employee: '1.5' },
    'settings',
  );
  expect(faults).toEqual({
    'settings.base_url': 'At most 500 characters.',
    'settings.database': expect.stringContaining('does not look as it should'),
    'settings.company': '1 or more.',
    'settings.employee': 'Write a whole number.',
  });
  expect(faultsOf(tryton, draftOf(tryton), 'settings')).toEqual({
    'settings.base_url': 'This is needed.',
    'settings.company': 'This is needed.',
  });
});

test('rows are checked each for itself, and there may be too many', () => {
  const values = { ...draftOf(rest), base_url: 'x', not_done_statuses: ['429', '99', '503'] };
  expect(faultsOf(rest, values, 'settings')).toEqual({
    'settings.not_done_statuses.1': '400 or more.',
    'settings.not_done_statuses': 'At most 2 of them.',
  });
});

test('a field that the server names is found among pairs and in what is shown as a whole', () => {
  const values = {
    settings: {
      headers: [
        { name: 'X-A', value: '1' },
        { name: 'Host', value: '2' },
      ],
      look_up: null,
    },
  };
  expect(placeOf('settings.headers.Host', values)).toBe('settings.headers.1.value');
  expect(placeOf('settings.look_up.path', values)).toBe('settings.look_up');
  expect(placeOf('slug', { slug: '' })).toBe('slug');
});

test('secrets are not kept, the rest is', () => {
  expect(withoutSecrets(signIn, { auth: { scheme: 'bearer', token: 'abc' } })).toEqual({
    auth: { scheme: 'bearer', token: '' },
  });
});
