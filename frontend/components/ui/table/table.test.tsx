import { screen, within } from '@testing-library/react';
import { renderApp } from '@/lib/testing/render';
import type { Column } from './column';
import { Table } from './table';
import { TableSkeleton } from './table-skeleton';

type Parcel = { id: string; to: string };

const COLUMNS: Column<Parcel>[] = [
  { key: 'id', head: 'Number', names: true, cell: ({ id }) => id },
  { key: 'to', head: 'To', labelled: true, cell: ({ to }) => to },
  { key: 'change', head: 'Change', headHidden: true, cell: () => <button>Change</button> },
];
const ROWS: Parcel[] = [
  { id: 'P-1', to: 'Bergen' },
  { id: 'P-2', to: 'Oslo' },
];
const shared = { columns: COLUMNS, label: 'Parcels' };

test('a row is found by its name and holds its cells', () => {
  renderApp(<Table {...shared} rows={ROWS} rowKey={({ id }) => id} />);
  const row = screen.getByRole('row', { name: /P-2/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('P-2');
  expect(within(row).getByRole('cell', { name: 'Oslo' })).toHaveAttribute('data-label', 'To');
  expect(screen.getAllByRole('row')).toHaveLength(3);
});

test('a hidden head is still heard', () => {
  renderApp(<Table {...shared} rows={ROWS} rowKey={({ id }) => id} />);
  expect(screen.getByRole('columnheader', { name: 'Change' })).toBeInTheDocument();
});

test('rows about to be replaced are said to be busy', () => {
  renderApp(<Table {...shared} rows={ROWS} rowKey={({ id }) => id} busy />);
  expect(screen.getByRole('table', { name: 'Parcels' })).toHaveAttribute('aria-busy', 'true');
});

test('the placeholder has the same columns, and nothing to press', () => {
  renderApp(<TableSkeleton {...shared} label="Loading the parcels" rows={4} />);
  const table = screen.getByRole('table', { name: 'Loading the parcels' });
  expect(table).toHaveAttribute('aria-busy', 'true');
  expect(within(table).getAllByRole('columnheader')).toHaveLength(3);
  expect(within(table).getAllByRole('row')).toHaveLength(5);
  expect(within(table).queryByRole('button')).not.toBeInTheDocument();
});
