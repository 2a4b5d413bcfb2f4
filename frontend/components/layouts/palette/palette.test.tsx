import { act, screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { closePalette, Palette } from './palette';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const ME = meAs('admin', {
  permissions: ['submissions:read', 'workflows:read', 'connections:read', 'members:read'],
});
const SUBMISSION = {
  id: '0193a3f0-7c3e-7d10-8f00-0000000000c1',
  reference: 'WB-7K3M9QXD01',
  title: 'Acme Ltd',
  workflow: { slug: 'new-customer', name: 'New customer' },
};
const page = (items: unknown[]) => HttpResponse.json({ items, next_cursor: null });

/** jsdom draws nothing, so nothing changes its size. */
class StillSize {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}

beforeAll(() => {
  globalThis.ResizeObserver ??= StillSize;
  Element.prototype.scrollIntoView ??= () => undefined;
});
afterEach(() => act(() => closePalette()));
beforeEach(() => {
  resetRouter();
  server.use(
    http.get('*/api/v1/workflows', () =>
      page([
        { slug: 'new-customer', name: 'New customer' },
        { slug: 'returns', name: 'Returns' },
      ]),
    ),
    http.get('*/api/v1/connections', () => page([{ slug: 'erp', name: 'Our ERP' }])),
    http.get('*/api/v1/submissions', ({ request }) =>
      page(new URL(request.url).searchParams.get('q') === 'acme' ? [SUBMISSION] : []),
    ),
  );
});

const open = () => renderApp(<Palette me={ME} asked={1} />);
const entry = (name: RegExp) => screen.getByRole('button', { name });

test('pages that a person may open are found by their names', async () => {
  const { user } = open();
  expect(screen.queryByRole('button', { name: /Audit log/ })).toBeNull();
  await user.type(await screen.findByRole('textbox'), 'memb');
  await user.click(entry(/Settings: Members/));
  expect(router.push).toHaveBeenCalledWith('/settings/members');
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
});

test('submissions are asked for, workflows and connections are found by their names', async () => {
  const { user } = open();
  await user.type(await screen.findByRole('textbox'), 'acme');
  expect(await screen.findByRole('button', { name: /WB-7K3M9QXD01 Acme Ltd/ })).toBeVisible();
  await user.clear(screen.getByRole('textbox'));
  await user.type(await screen.findByRole('textbox'), 'erp');
  await user.click(await screen.findByRole('button', { name: /Our ERP/ }));
  expect(router.push).toHaveBeenLastCalledWith('/connections/erp');
});

test('Escape leaves everything as it was', async () => {
  const { user } = open();
  await user.type(await screen.findByRole('textbox'), 'overv{Escape}');
  await waitFor(() => expect(screen.queryByRole('textbox')).toBeNull());
  expect(router.push).not.toHaveBeenCalled();
});

test('Enter takes the first', async () => {
  const { user } = open();
  await user.type(await screen.findByRole('textbox'), 'overv{Enter}');
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/overview'));
});

test('Enter takes the first of what was found later', async () => {
  const { user } = open();
  await user.type(await screen.findByRole('textbox'), 'acme');
  await screen.findByRole('button', { name: /WB-7K3M9QXD01 Acme Ltd/ });
  await user.keyboard('{Enter}');
  await waitFor(() => expect(router.push).toHaveBeenCalledWith(`/submissions/${SUBMISSION.id}`));
});

test('what is called nothing says what to try', async () => {
  const { user } = open();
  await user.type(await screen.findByRole('textbox'), 'zzzz');
  expect(await screen.findByText(/Nothing has that name/)).toBeVisible();
});

test('another language is kept in the account', async () => {
  const kept: unknown[] = [];
  server.use(
    http.put('*/api/v1/me/preferences', async ({ request }) => {
      kept.push(await request.json());
      return HttpResponse.json({ ...ME, language: null });
    }),
  );
  const { user } = open();
  await user.type(await screen.findByRole('textbox'), 'deutsch');
  await user.click(entry(/Language: Deutsch/));
  await waitFor(() => expect(kept).toEqual([{ language: 'de', time_zone: null }]));
});
