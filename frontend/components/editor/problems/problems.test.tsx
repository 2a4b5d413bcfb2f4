import { act, screen, waitFor } from '@testing-library/react';
import { editing } from '../form/testing/editor';
import { QuestionStops } from '../form/question-stops';
import { plainFault } from './plain';
import { Problems } from './problems';

const fault = (field: string, message: string) => ({ field, message, line: 3, column: 1 });

test('what is wrong is said in words, with the name of its part', () => {
  const { store } = editing(<Problems />);
  const faults = [
    fault('form.fields.company.label', 'it is empty'),
    fault('steps.customer.with.party', 'the action needs `party`: say what to send'),
  ].map(plainFault);
  act(() => store.setState({ faults, checked: '' }));
  const [company, customer] = screen.getAllByRole('button', { hidden: true });
  expect(company).toHaveTextContent('it is emptyCompany · line 3');
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
  const { message } = plainFault(fault(field, '`x` may have at least 1 entries; it has 0'));
  expect(message).toContain(told);
});

test('other faults are told as they are', () => {
  const other = fault('form.fields.plan.choices', 'it has two alike');
  expect(plainFault(other)).toBe(other);
});
