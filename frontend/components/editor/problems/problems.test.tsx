import { act, screen, waitFor } from '@testing-library/react';
import type { FaultCode, FaultOut } from '@/lib/api/model';
import { editing } from '../form/testing/editor';
import { QuestionStops } from '../form/question-stops';
import { act as actIn } from '../store/editor-store';
import { plainFault } from './plain';
import { Problems } from './problems';

const fault = (
  field: string,
  message: string,
  code: FaultCode | null = null,
  params: FaultOut['params'] = {},
) => ({ field, message, code, params, line: 3, column: 1 });

test('what is wrong is said in words, with the name of its part', () => {
  const { store } = editing(<Problems />);
  const faults = [
    fault('form.fields.company.label', 'it is empty'),
    fault(
      'steps.customer.with.party',
      'the action needs `party`: say what to send',
      'input_needed',
    ),
  ].map(plainFault);
  act(() => store.setState({ faults, checked: '' }));
  const [company, customer] = screen.getAllByRole('button', { hidden: true });
  expect(company).toHaveTextContent('It is emptyCompany · line 3');
  expect(customer).toHaveTextContent('Needed: choose what to send.customer · line 3');
});

test('without a question the button that adds one has the focus', async () => {
  const text = 'workflow: order\nname: Order\nform: {title: Order, fields: {}}\nsteps: {}\n';
  Element.prototype.scrollIntoView = () => undefined;
  const { user, store } = editing(
    <>
      <Problems />
      <QuestionStops />
    </>,
    text,
  );
  act(() => store.setState({ faults: [fault('form.fields', 'none')], checked: '' }));
  await user.click(screen.getByText(/^1 problem keeps/, { selector: 'summary' }));
  await user.click(screen.getByRole('button', { name: /^none/ }));
  const add = screen.getByRole('button', { name: 'Add a question' });
  await waitFor(() => expect(add).toHaveFocus());
  expect(store.getState().pane).toBe('route');
});

test.each([
  ['form.fields', 'add a question'],
  ['steps', 'add a step'],
  ['form.fields.lines.fields', 'add a question to them'],
])('that %s is empty is no mistake of spelling', (field, told) => {
  const { message } = plainFault(
    fault(field, '`x` may have at least 1 entries; it has 0', 'too_few', { least: 1 }),
  );
  expect(message).toContain(told);
});

test('other faults are told as a sentence, at their place', () => {
  const other = fault('form.fields.plan.choices[1].label', '`b` is there twice');
  const told = { field: 'form.fields.plan.choices.1.label', message: '“b” is there twice' };
  expect(plainFault(other)).toEqual({ ...other, ...told });
});

test.each([
  ['hologram', '', /“hologram” is not known here: it may be misspelt/],
  ['lable', 'label', /“lable” is not known here. Is “label” meant/],
])('a key that no control has is marked: %s', (key, near, told) => {
  const params = { key, near };
  const plain = plainFault(fault('form.fields.plan.x', 'no key here', 'key_unknown', params));
  expect(plain.message).toMatch(told);
  expect(plain.isUnknown).toBe(true);
});

test('a text that is missing is told with the names of languages', () => {
  const { message } = plainFault(
    fault('form.title', 'missing', 'text_missing', { languages: ['de', 'fr'] }),
  );
  expect(message).toBe('This text is missing in German, French.');
});

test('while the text cannot be read, a problem leads to its line', async () => {
  const { user, store } = editing(<Problems />);
  act(() => {
    store.setState({ faults: [fault('form', 'it ends too early')], checked: '' });
    actIn(store, { do: 'write', text: 'form: [', at: 0 });
  });
  await user.click(screen.getByText(/^1 problem keeps/, { selector: 'summary' }));
  await user.click(screen.getByRole('button', { name: /^it ends too early/ }));
  expect(store.getState().wanted).toEqual({ line: 3 });
});
