import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { server } from '@/lib/testing/server';
import { formOf } from '../testing/forms';
import { renderForm } from '../testing/render';

const form = formOf([
  { key: 'part', kind: 'choice', label: 'Part', live: true },
  { key: 'more', kind: 'choices', label: 'More', live: true, required: false },
]);
const PARTS = ['Bolt', 'Nut', 'Washer'].map((label, index) => ({
  value: `P-${index}`,
  label,
  detail: '',
}));

function offering(answer: { stale?: boolean; message?: string } = {}): string[] {
  const asked: string[] = [];
  server.use(
    http.get('*/api/v1/forms/order/choices/:key', ({ request, params }) => {
      const search = new URL(request.url).searchParams.get('search') ?? '';
      asked.push(`${String(params.key)}: ${search}`);
      const items = PARTS.filter(({ label }) => label.toLowerCase().includes(search.toLowerCase()));
      return HttpResponse.json({ items, stale: false, message: '', ...answer });
    }),
  );
  return asked;
}

const box = (name: string) => screen.findByRole('combobox', { name });

beforeEach(() => {
  sessionStorage.clear();
  Element.prototype.scrollIntoView = () => undefined;
});

test('a choice is searched and picked by keyboard alone', async () => {
  const asked = offering();
  const { user } = renderForm(form);
  const part = await box('Part');
  await user.type(part, 'nu');
  expect(await screen.findByRole('option', { name: 'Nut' })).toBeVisible();
  expect(part).toHaveAttribute('aria-expanded', 'true');
  await user.keyboard('{ArrowDown}');
  expect(screen.getByRole('option', { name: 'Nut', selected: true })).toBeVisible();
  await user.keyboard('{Enter}');
  expect(part).toHaveValue('Nut');
  expect(part).toHaveAttribute('aria-expanded', 'false');
  expect(asked).toEqual(['part: nu']);
});

test('several are picked one by one and taken back', async () => {
  offering();
  const { user } = renderForm(form);
  await user.click(await box('More (optional)'));
  await user.click(await screen.findByRole('option', { name: 'Bolt' }));
  await user.click(await box('More (optional)'));
  await user.click(await screen.findByRole('option', { name: 'Washer' }));
  const picked = screen.getByRole('list', { name: 'More' });
  expect(within(picked).getAllByRole('listitem')).toHaveLength(2);
  await user.click(within(picked).getByRole('button', { name: 'Clear Bolt' }));
  expect(within(picked).getAllByRole('listitem')).toHaveLength(1);
  expect(await box('More (optional)')).toHaveFocus();
});

test('a list that may be out of date says so, and Escape closes it', async () => {
  offering({ stale: true, message: 'This list is from yesterday.' });
  const { user } = renderForm(form);
  await user.click(await box('Part'));
  expect(await screen.findByText('This list is from yesterday.')).toBeVisible();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('listbox')).not.toBeInTheDocument());
});

test('nothing found and nothing to be had are told', async () => {
  offering();
  const { user } = renderForm(form);
  await user.type(await box('Part'), 'zzz');
  expect(await screen.findByText(/Nothing matches/)).toBeVisible();
  server.use(http.get('*/api/v1/forms/order/choices/:key', () => HttpResponse.error()));
  await user.type(await box('Part'), 'z');
  expect(await screen.findByText(/cannot be loaded now/)).toBeVisible();
});
