import type { Form } from '../form';
import { formOf, type Asked } from './forms';

const few = [
  { value: 'post', label: 'By post' },
  { value: 'pickup', label: 'I come by' },
];

const countries = ['AT', 'CH', 'DE', 'FR', 'GB', 'IT', 'NO'].map((value) => ({
  value,
  label: new Intl.DisplayNames('en', { type: 'region' }).of(value) ?? value,
}));

const person: Asked[] = [
  { key: 'company', kind: 'text', label: 'Company', max_length: 200, autocomplete: 'organization' },
  {
    key: 'code',
    kind: 'text',
    label: 'Customer number',
    help: 'It stands on every invoice.',
    placeholder: 'AB123',
    pattern: '[A-Z]{2}[0-9]+',
    pattern_message: 'Two capital letters and digits, like AB123.',
    required: false,
  },
  { key: 'email', kind: 'email', label: 'E-mail', autocomplete: 'email' },
  { key: 'phone', kind: 'phone', label: 'Phone', region: 'AT', autocomplete: 'tel' },
  { key: 'site', kind: 'url', label: 'Web address', required: false },
  { key: 'country', kind: 'country', label: 'Country', choices: countries },
  { key: 'address', kind: 'address', label: 'Delivery address', choices: countries },
  { key: 'iban', kind: 'text', label: 'Account number', sensitive: true },
  { key: 'campaign', kind: 'hidden', label: 'Campaign', query: 'from', required: false },
];

const order: Asked[] = [
  {
    key: 'lines',
    kind: 'group',
    label: 'What you order',
    minimum: 1,
    maximum: 20,
    row_label: 'Part',
    questions: [
      { key: 'part', kind: 'choice', label: 'Part', live: true },
      { key: 'quantity', kind: 'integer', label: 'Quantity', minimum: 1, maximum: 1000 },
      { key: 'price', kind: 'decimal', label: 'Price', decimals: 2, required: false },
    ],
  },
  {
    key: 'total',
    kind: 'calculated',
    label: 'Total',
    value: 'input.lines.size()',
    required: false,
  },
  { key: 'budget', kind: 'money', label: 'Budget', currencies: ['EUR', 'CHF'], minimum: '10' },
  { key: 'weight', kind: 'decimal', label: 'Weight in kilograms', decimals: 3 },
  { key: 'people', kind: 'integer', label: 'People on site', minimum: 1, maximum: 50 },
  { key: 'day', kind: 'date', label: 'Delivery day', minimum: '2026-11-28' },
  { key: 'hour', kind: 'time', label: 'Not before', minimum: '08:00', maximum: '17:00' },
  { key: 'call', kind: 'datetime', label: 'We may call you', zone: 'Europe/Vienna' },
  { key: 'way', kind: 'choice', label: 'How it reaches you', choices: few },
  {
    key: 'extras',
    kind: 'choices',
    label: 'Extras',
    minimum: 1,
    maximum: 2,
    choices: [
      { value: 'wrap', label: 'Wrapped' },
      { value: 'label', label: 'Labelled' },
      { value: 'insured', label: 'Insured' },
    ],
  },
  { key: 'parts', kind: 'choices', label: 'Spare parts', live: true, required: false },
  { key: 'urgent', kind: 'boolean', label: 'Is it urgent?' },
  { key: 'stars', kind: 'rating', label: 'How was the last order?', most: 5, required: false },
  { key: 'note', kind: 'multiline', label: 'Note', max_length: 2000, required: false },
  {
    key: 'plan',
    kind: 'file',
    label: 'Floor plan',
    accept: ['.pdf', '.png'],
    kinds: ['PDF', 'PNG'],
    max_bytes: 10 * 1024 * 1024,
    max_files: 2,
    required: false,
  },
  {
    key: 'terms',
    kind: 'consent',
    label: 'I agree',
    text: 'We keep your answers for as long as the order takes, and three years after.',
  },
  { key: 'sign', kind: 'signature', label: 'Signature' },
];

/** A form with a question of every kind, on two pages. */
export const everyKind: Form = formOf([...person, ...order], {
  slug: 'every-kind',
  title: 'Order spare parts',
  intro: 'Tell us what you need. We answer within one working day.',
  minutes: 4,
  languages: [
    { code: 'en', name: 'English' },
    { code: 'de', name: 'Deutsch' },
  ],
  pages: [
    {
      title: 'About you',
      intro: 'So that we know whom to deliver to.',
      questions: person.map(({ key }) => key),
      show_if: null,
    },
    { title: 'Your order', intro: '', questions: order.map(({ key }) => key), show_if: null },
  ],
  steps: [
    { key: 'party', title: 'Create the customer', system: 'Tryton' },
    { key: 'mail', title: 'Send the welcome mail', system: 'E-mail' },
  ],
});
