import { FaultCode } from '@/lib/api/model';
import { language, LANGUAGES, speak } from '../../languages';
import { faultWords } from './faults';

const NAMED = {
  address: 'orders',
  at: 5,
  action: 'x',
  answers: ['input.iban'],
  connection: 'erp',
  contrast: 1.5,
  currency: 'EURO',
  detail: 'invalid',
  example: "slug('Café')",
  first: 60,
  form: 'slug(text)',
  format: 'YAML',
  function: 'slug',
  functions: ['optMap', 'optFlatMap'],
  key: 'day',
  kind: 'hologram',
  kinds: ['string', 'int'],
  language: 'fr',
  languages: ['de'],
  least: 1,
  limit: 2,
  longest: 10,
  list: 'products',
  most: 3,
  name: 'check',
  near: 'days',
  needed: 'text',
  number: '1e999',
  operator: '+',
  options: ['a', 'b'],
  path: 'input.company',
  region: 'XX',
  site: 'https://a.test',
  step: 'sale',
  steps: ['a', 'b', 'a'],
  system: 'Tryton',
  text: ')',
  value: 's',
  zone: 'Europe/Wien',
};
const fault = (code: FaultCode | null) => ({
  field: 'form',
  message: 'As the API says it',
  code,
  params: NAMED,
  line: null,
  column: null,
});

afterEach(() => speak('en'));

test.each(LANGUAGES)('every code has a sentence of its own in %s', (each) => {
  speak(each);
  expect(language()).toBe(each);
  const said = Object.values(FaultCode).map((code) => faultWords(fault(code)));
  expect(said.filter((sentence) => !/^\S.*[.?]$/.test(sentence))).toEqual([]);
  expect(said.filter((sentence) => /undefined|NaN|`|“”|„“|API/.test(sentence))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});

test('no sentence is the same in both languages', () => {
  const said = (code: FaultCode) => LANGUAGES.map((each) => (speak(each), faultWords(fault(code))));
  for (const code of Object.values(FaultCode)) expect(new Set(said(code)).size).toBe(2);
});

test('an expression is told with what its sentence names', () => {
  const params = { path: 'input.compny', near: 'company', options: [] };
  const unknown = { ...fault(FaultCode.field_unknown), params };
  expect(faultWords(unknown)).toBe('There is no “input.compny”. Is “company” meant?');
  const misfit = { ...fault(FaultCode.operator_misfit), params: { operator: '+', kinds: ['int'] } };
  speak('de');
  expect(faultWords(unknown)).toBe('Es gibt „input.compny“ nicht. Ist „company“ gemeint?');
  expect(faultWords(misfit)).toBe('„+“ lässt sich hierauf nicht anwenden: eine ganze Zahl.');
});

test('a fault without a code, or with one of a newer server, is told as the API says it', () => {
  expect(faultWords(fault(null))).toBe('As the API says it');
  expect(faultWords(fault('of_tomorrow' as FaultCode))).toBe('As the API says it');
});

test('what the API says without a code is a sentence with the quotes of the language', () => {
  const other = { ...fault(null), message: '`b` is there twice' };
  expect(faultWords(other)).toBe('“b” is there twice');
  speak('de');
  expect(faultWords(other)).toBe('„b“ is there twice');
});
