import { screen } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import type { Selection } from '../../list/selection';
import { ExportDialog } from './export-dialog';

const FAILED: Selection = {
  kind: 'matching',
  filters: { status: ['failed', 'cancelled'], q: null },
  count: { count: 500, exact: true },
};

const opened = (selection: Selection, reveals = true) =>
  renderApp(<ExportDialog selection={selection} reveals={reveals} onClose={jest.fn()} />);

function wanted() {
  const href = screen.getByRole('link', { name: 'Download' }).getAttribute('href') ?? '';
  return [...new URL(href, 'http://x').searchParams];
}

beforeAll(openableDialogs);

test('a file holds what is selected, as it is wanted', async () => {
  const { user } = opened(FAILED);
  expect(screen.getByRole('heading', { name: 'Export 500 submissions' })).toBeVisible();
  expect(wanted()).toEqual([
    ['status', 'failed'],
    ['status', 'cancelled'],
    ['format', 'csv'],
    ['answers', 'true'],
    ['steps', 'true'],
    ['reveal', 'false'],
    ['separator', 'comma'],
    ['language', 'en'],
  ]);
  await user.click(screen.getByRole('radio', { name: /Excel/ }));
  await user.click(screen.getByRole('checkbox', { name: /each step/ }));
  await user.click(screen.getByRole('checkbox', { name: /sensitive/ }));
  const given = Object.fromEntries(wanted());
  expect(given).toMatchObject({ format: 'xlsx', steps: 'false', reveal: 'true' });
  expect(given).not.toHaveProperty('separator');
});

test('cells are apart as the spreadsheet of the reader wants it', async () => {
  const { user } = opened(FAILED);
  await user.selectOptions(screen.getByLabelText('Between the cells'), 'Tab');
  expect(Object.fromEntries(wanted())).toMatchObject({ separator: 'tab' });
});

test('more than an address holds are not exported one by one', () => {
  const ids = Array.from(
    { length: 101 },
    (_, n) => `0193a3f0-7c3e-7d10-8f00-${100_000_000_000 + n}`,
  );
  opened({ kind: 'ids', ids }, false);
  expect(screen.getByText(/Too many are selected one by one/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Download' })).toBeDisabled();
  expect(screen.getByText('Sensitive answers are masked.')).toBeVisible();
});
