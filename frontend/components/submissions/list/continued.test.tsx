import { screen, within } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { SubmissionList } from './submission-list';
import { filtersOf, filtersWanted, wantedOf } from './filters/filters';
import { answering, idOf, item } from './testing/answering';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => {
  resetRouter();
  openableDialogs();
  window.scrollTo = jest.fn();
});

test('a row says as what it went on and how that stands, instead of its error', async () => {
  const again = { id: idOf(9), reference: 'WB-AGAIN', status: 'succeeded' } as const;
  const problem = 'Tryton refused the customer.';
  answering([[item({ status: 'failed', problem, resumed_as: again })]]);
  renderApp(<SubmissionList />);
  const row = await screen.findByRole('row', { name: /Acme Ltd/ });
  expect(within(row).getByText('Failed')).toBeVisible();
  expect(row).toHaveTextContent('Went on as WB-AGAIN: Delivered');
  expect(row).not.toHaveTextContent(problem);
  expect(within(row).getByRole('link', { name: 'WB-AGAIN' })).toHaveAttribute(
    'href',
    `/submissions/${idOf(9)}`,
  );
});

test('the address narrows to those that did not go on, and a chip takes that off', async () => {
  resetRouter({ status: 'failed', continued: 'false' });
  const asked = answering([[item({ status: 'failed' })]]);
  const { user } = renderApp(<SubmissionList />);
  await screen.findByText('Acme Ltd');
  expect(asked[0]?.searchParams.get('continued')).toBe('false');
  await user.click(
    screen.getByRole('button', { name: 'Remove the filter Went on as another: No' }),
  );
  expect(router.push.mock.lastCall?.[0]).toEqual({
    pathname: '/submissions',
    query: { status: 'failed' },
  });
});

test('it is set among the other filters', async () => {
  answering([[item()]]);
  const { user } = renderApp(<SubmissionList />);
  await user.click(screen.getByRole('button', { name: 'More filters' }));
  await user.selectOptions(await screen.findByLabelText('Went on as another'), 'Yes');
  expect(router.push.mock.lastCall?.[0]).toEqual({
    pathname: '/submissions',
    query: { continued: 'true' },
  });
});

test.each(['maybe', '1', ''])('an address with “%s” does not narrow', (continued) => {
  expect(wantedOf(filtersOf({ continued }))).toEqual({});
});

test.each([true, false])('a saved view keeps it: %s', (continued) => {
  expect(wantedOf(filtersWanted({ continued }, 'newest'))).toEqual({ continued });
});
