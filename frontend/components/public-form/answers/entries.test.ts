import { formOf } from '../testing/forms';
import { dataOf } from './data';
import { fromLink, typedFrom } from './entries';

const { questions } = formOf([
  { key: 'email', kind: 'email', label: 'E-mail' },
  { key: 'tags', kind: 'choices', label: 'Tags' },
  { key: 'price', kind: 'money', label: 'Price', currencies: ['EUR', 'CHF'] },
  { key: 'home', kind: 'address', label: 'Home' },
  { key: 'when', kind: 'datetime', label: 'When', zone: 'Europe/Vienna' },
  { key: 'agree', kind: 'consent', label: 'I agree', text: 'Terms' },
  { key: 'iban', kind: 'text', label: 'Account', sensitive: true },
  { key: 'campaign', kind: 'hidden', label: '', query: 'utm', required: false },
  {
    key: 'lines',
    kind: 'group',
    label: 'Lines',
    questions: [
      { key: 'part', kind: 'text', label: 'Part' },
      { key: 'count', kind: 'integer', label: 'Count' },
    ],
  },
]);

const sent = (entries: [string, string][], language = 'en') =>
  dataOf(questions, typedFrom(questions, entries), { language, asked: () => true });

test('the controls of a page are the data that is sent', () => {
  expect(
    sent(
      [
        ['email', 'ada@example.com'],
        ['tags', 'a'],
        ['tags', 'b'],
        ['price.amount', '1.234,50'],
        ['price.currency', 'CHF'],
        ['home.street', 'Ring 1'],
        ['home.country', 'AT'],
        ['when.at', '2026-11-28T14:30'],
        ['when.zone', 'Europe/Berlin'],
        ['agree', 'true'],
        ['lines.4.part', 'Bolt'],
        ['lines.4.count', '3'],
        ['lines.10.part', 'Nut'],
      ],
      'de',
    ),
  ).toEqual({
    email: 'ada@example.com',
    tags: ['a', 'b'],
    price: { amount: '1234.50', currency: 'CHF' },
    home: { street: 'Ring 1', country: 'AT' },
    when: { at: '2026-11-28T14:30', zone: 'Europe/Berlin' },
    agree: true,
    lines: [{ part: 'Bolt', count: 3 }, { part: 'Nut' }],
  });
});

test('what is blank is not sent, nor a currency or a zone alone', () => {
  expect(
    sent([
      ['email', '  '],
      ['tags', ''],
      ['price.currency', 'EUR'],
      ['when.zone', 'Europe/Vienna'],
      ['home.country', 'AT'],
      ['agree', ''],
    ]),
  ).not.toHaveProperty('email');
  expect(Object.keys(sent([['price.currency', 'EUR']]))).toEqual(['lines']);
});

test('a link answers questions, but none that is sensitive or agrees to something', () => {
  const link = new URLSearchParams(
    'email=a@b.example&home.city=Wien&iban=DE89&agree=true&utm=spring&campaign=other&other=1',
  );
  expect(fromLink(questions, link)).toEqual({
    email: 'a@b.example',
    home: { city: 'Wien' },
    campaign: 'spring',
  });
});
