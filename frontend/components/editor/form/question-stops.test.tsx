import { act, screen, within } from '@testing-library/react';
import { FormPane } from './form-pane';
import { QuestionStops } from './question-stops';
import { ORDER, editing } from './testing/editor';

const BOTH = (
  <>
    <QuestionStops />
    <FormPane />
  </>
);
const choose = (name: RegExp) => screen.getByRole('button', { name });

test('the questions are there in their order, with what is particular about them', () => {
  editing(<QuestionStops />);
  const rows = within(screen.getByRole('list', { name: 'Questions' })).getAllByRole('listitem');
  expect(rows.map((row) => row.textContent)).toEqual([
    expect.stringContaining('CompanyText · required'),
    expect.stringContaining('E-mailE-mail address · required'),
    expect.stringContaining('PlanOne of several · required'),
  ]);
});

test('a question is added behind the chosen one, named, and called after its name', async () => {
  const { user, draft, store } = editing(BOTH);
  await user.click(choose(/^Company/));
  await user.click(choose(/^Add a question/));
  await user.type(screen.getByLabelText('Search'), 'whole');
  await user.keyboard('{Enter}');
  expect(Object.keys(draft().form.fields)).toEqual(['company', 'whole_number', 'email', 'plan']);
  const label = screen.getByLabelText('Question');
  expect(label).toHaveFocus();
  await user.clear(label);
  await user.type(label, 'Number of chairs');
  await user.tab();
  expect(draft().form.fields.number_of_chairs).toEqual({
    kind: 'integer',
    label: 'Number of chairs',
  });
  expect(store.getState().at).toBe('form.fields.number_of_chairs');
});

test('a question moves by keyboard, keeps the focus, and it is said', async () => {
  const { user, draft } = editing(<QuestionStops />);
  act(() => choose(/^Plan/).focus());
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(Object.keys(draft().form.fields)).toEqual(['company', 'plan', 'email']);
  expect(choose(/^Plan/)).toHaveFocus();
  expect(screen.getByText('Plan is now 2 of 3.')).toBeInTheDocument();
});

test('a copy stands below, and what is removed is gone', async () => {
  const { user, draft } = editing(<QuestionStops />);
  await user.click(choose(/^More about Company/));
  await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
  expect(Object.keys(draft().form.fields)).toEqual(['company', 'company_2', 'email', 'plan']);
  await user.click(choose(/^More about E-mail/));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }));
  expect(Object.keys(draft().form.fields)).toEqual(['company', 'company_2', 'plan']);
});

test('a question goes from page to page, and the order follows the pages', async () => {
  const pages = `  pages:
    - {title: Who, fields: [company, email]}
    - {title: What, fields: [plan]}
`;
  const { user, draft } = editing(<QuestionStops />, ORDER.replace('steps:', `${pages}steps:`));
  await user.click(choose(/^More about Company/));
  await user.click(await screen.findByRole('menuitem', { name: 'Move to “What”' }));
  expect(draft().form.pages?.map(({ fields }) => fields)).toEqual([['email'], ['plan', 'company']]);
  expect(Object.keys(draft().form.fields)).toEqual(['email', 'plan', 'company']);
  act(() => choose(/^Plan/).focus());
  await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  expect(draft().form.pages?.map(({ fields }) => fields)).toEqual([['email', 'plan'], ['company']]);
  expect(choose(/^Plan/)).toHaveFocus();
});
