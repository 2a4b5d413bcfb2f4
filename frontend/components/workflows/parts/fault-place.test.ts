import { faultPlace } from './fault-place';

const definition = {
  form: { fields: { since: { kind: 'date', label: { en: 'First day', de: 'Erster Tag' } } } },
  steps: { sale: { title: 'Entering the order', use: 'erp/sale.create' }, bare: {} },
};

test.each([
  ['form.fields.since.label', 'First day'],
  ['form.fields.gone.label', 'The form'],
  ['form.rules[0].check', 'The form'],
  ['steps.sale.with.lines[0].product', 'Entering the order'],
  ['steps.bare.use', 'bare'],
  ['subject', 'Name and subject'],
])('a fault at %s is in “%s”', (field, name) => {
  expect(faultPlace(definition, field)).toBe(name);
});
