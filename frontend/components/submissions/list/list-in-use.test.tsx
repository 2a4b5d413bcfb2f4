import { act, screen, waitFor } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import type { Selection } from './selection';
import { SubmissionList } from './submission-list';
import { answering, idOf, item, many } from './testing/answering';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => {
  resetRouter();
  openableDialogs();
  window.scrollTo = jest.fn();
});

test('the search goes into the address when the typing pauses; the slash key leads to it', async () => {
  answering([[item()]]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  await user.keyboard('/');
  expect(screen.getByLabelText('Search')).toHaveFocus();
  await user.keyboard('acme ');
  await waitFor(() =>
    expect(router.push.mock.lastCall?.[0]).toEqual({
      pathname: '/submissions',
      query: { q: 'acme' },
    }),
  );
  expect(router.push).toHaveBeenCalledTimes(1);
});

test('a short page goes on by itself to the next one', async () => {
  const asked = answering([[], [item()]]);
  renderApp(<SubmissionList />);
  expect(await screen.findByText('Acme Ltd')).toBeVisible();
  expect(asked).toHaveLength(2);
  expect(await screen.findByText('That is all.')).toBeVisible();
});

test('of a long list only what is in view is drawn', async () => {
  answering([many(100)], { count: 10_000, exact: false });
  renderApp(<SubmissionList />);
  await screen.findByText('Firm 0');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(await screen.findByText('More than 10,000 submissions')).toBeVisible();
});

test('on paper stands every row', async () => {
  answering([many(100)]);
  renderApp(<SubmissionList />);
  await screen.findByText('Firm 0');
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(screen.getByText('Firm 99')).toBeInTheDocument();
  act(() => void dispatchEvent(new Event('afterprint')));
  expect(screen.queryByText('Firm 99')).not.toBeInTheDocument();
});

test('j and k go from row to row, x selects, Enter opens', async () => {
  answering([many(3)]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Firm 0');
  await user.keyboard('j');
  expect(screen.getByRole('link', { name: 'WB-3' })).toHaveFocus();
  await user.keyboard('jjj');
  expect(screen.getByRole('link', { name: 'WB-1' })).toHaveFocus();
  await user.keyboard('kx');
  expect(screen.getByRole('link', { name: 'WB-2' })).toHaveFocus();
  expect(screen.getByRole('checkbox', { name: 'Select WB-2' })).toBeChecked();
  expect(screen.getByText('One selected')).toBeVisible();
  await user.keyboard('{Escape}');
  expect(screen.queryByText('One selected')).not.toBeInTheDocument();
});

test('a selection of all that is loaded grows to everything that matches', async () => {
  resetRouter({ status: 'failed' });
  answering([many(3)], { count: 1234, exact: true });
  const given: (Selection | null)[] = [];
  const Bulk = ({ selection, done }: { selection: Selection; done: () => void }) => {
    given.push(selection);
    return <button onClick={done}>Done</button>;
  };
  const { user } = renderApp(<SubmissionList bulk={Bulk} />);
  await screen.findByText('Firm 0');
  await user.click(screen.getByRole('checkbox', { name: 'Select all that are loaded' }));
  expect(given.at(-1)).toEqual({ kind: 'ids', ids: [idOf(3), idOf(2), idOf(1)] });
  await user.click(
    await screen.findByRole('button', {
      name: 'Select everything that matches (1,234 submissions)',
    }),
  );
  expect(given.at(-1)).toEqual({
    kind: 'matching',
    filters: { status: ['failed'] },
    count: { count: 1234, exact: true },
  });
  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.queryByRole('button', { name: 'Done' })).not.toBeInTheDocument();
});

test('chosen columns stay in the browser', async () => {
  answering([[item({ error_kind: 'invalid_input' })]]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  await user.click(screen.getByRole('button', { name: 'Columns' }));
  await user.click(screen.getByRole('checkbox', { name: 'Kind of error' }));
  await user.click(screen.getByRole('checkbox', { name: 'Steps' }));
  expect(screen.getByRole('columnheader', { name: 'Kind of error' })).toBeInTheDocument();
  expect(screen.queryByRole('columnheader', { name: 'Steps' })).not.toBeInTheDocument();
  expect(localStorage.getItem('waybill.submissions.columns')).toContain('error');
});
