import expressions from '../cel';
import { verdict, type VerdictForm } from '.';

const text = { type: 'string', minLength: 1, maxLength: 20 };
const form: VerdictForm = {
  language: 'en',
  questions: [
    { key: 'name', kind: 'text' },
    { key: 'phone', kind: 'phone', required: false },
    { key: 'company', kind: 'boolean', required: false },
    { key: 'vat', kind: 'text', show_if: 'input.company == true' },
    {
      key: 'lines',
      kind: 'group',
      maximum: 2,
      questions: [
        { key: 'price', kind: 'decimal', decimals: 2, minimum: '1' },
        {
          key: 'total',
          kind: 'calculated',
          type: 'decimal',
          value: 'decimal.multiply(row.price, 2)',
        },
      ],
    },
  ],
  pages: [{ questions: ['name', 'phone', 'company', 'vat', 'lines'] }],
  rules: [{ check: "input.name != 'nobody'", message: 'Somebody, please.', question: 'name' }],
  json_schema: { properties: { name: text, vat: text, lines: { items: { properties: {} } } } },
};
const good = { name: 'Ada', lines: [{ price: '2.50' }] };
const judge = (data: unknown) => verdict(form, data, expressions);

test('good answers pass, and what follows from them is told', () => {
  expect(judge(good)).toEqual({
    errors: [],
    hidden: ['vat'],
    calculated: { 'lines.0.total': '5.00' },
    unknown: false,
    doubts: [],
  });
});

test.each([undefined, null, '', '  ', '\u200b', []])('%j is no answer', (name) => {
  expect(judge({ ...good, name }).errors).toEqual([
    { field: 'name', code: 'needed', message: 'This field is needed.' },
  ]);
});

test('an answer that is asked is needed, one that is not asked is not taken', () => {
  expect(judge({ ...good, company: true }).errors).toMatchObject([
    { field: 'vat', code: 'needed' },
  ]);
  expect(judge({ ...good, vat: 'AT1' }).errors).toMatchObject([
    { field: 'vat', code: 'not_asked' },
  ]);
});

test('rows are judged each, and rules only when nothing else is wrong', () => {
  const data = { name: 'nobody', lines: [{ price: '0.99' }] };
  expect(judge(data).errors).toMatchObject([{ field: 'lines.0.price', code: 'least' }]);
  expect(judge({ ...data, lines: good.lines }).errors).toEqual([
    { field: 'name', code: 'rule', message: 'Somebody, please.' },
  ]);
});

test('a phone number is left to the server, and a text is plainly none', () => {
  expect(judge({ ...good, phone: '+43 1 588580' })).toMatchObject({
    errors: [],
    unknown: true,
    doubts: [{ field: 'phone', why: 'phone' }],
  });
  expect(judge({ ...good, phone: 'ring me' }).errors).toMatchObject([{ field: 'phone' }]);
});

test('without an evaluator conditions and calculations are left to the server', () => {
  const told = verdict(form, good);
  expect(told.errors).toEqual([]);
  expect(told.doubts.map(({ field }) => field)).toEqual(['vat', 'lines.0.total', 'name']);
});
