import { act, screen } from '@testing-library/react';
import { comeIntoView, watchableViews } from '@/lib/testing/measurable';
import { renderApp } from '@/lib/testing/render';
import type { Drawing } from './drawing';
import { Figure } from './figure';

jest.mock('./chart', () => ({ Chart: () => <p>drawn</p> }));

const [start, end] = ['2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z'];
const DRAWING: Drawing = {
  kind: 'bars',
  grain: 'hour',
  zone: 'UTC',
  series: [{ key: 'accepted', label: 'Accepted', color: 'var(--transit)' }],
  format: String,
  href: () => null,
  points: [{ start, end, values: { accepted: 3 } }],
};

beforeAll(watchableViews);
beforeEach(() => renderApp(<Figure title="Accepted" unit="submissions" drawing={DRAWING} />));

test('a chart is drawn once it is in view, and said before', async () => {
  const figure = screen.getByRole('figure', { name: 'Accepted' });
  expect(screen.getByRole('img')).toHaveAccessibleName(/Accepted: At most 3/);
  expect(screen.queryByText('drawn')).toBeNull();
  comeIntoView(figure);
  expect(await screen.findByText('drawn')).toBeInTheDocument();
});

test('a chart is drawn for paper, which shows all of the page', async () => {
  act(() => void dispatchEvent(new Event('beforeprint')));
  expect(await screen.findByText('drawn')).toBeInTheDocument();
});
