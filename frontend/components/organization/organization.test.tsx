import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { Role } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { OrganizationSettings } from './organization-settings';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const { organization } = meAs('owner');
const DETAIL = { ...organization, retention_days: 90, created_at: '2026-11-01T12:00:00Z' };

function serving(role: Role) {
  const saved: unknown[] = [];
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs(role))),
    http.get('*/api/v1/organization', () => HttpResponse.json(DETAIL)),
    http.put('*/api/v1/organization', async ({ request }) => {
      const body = (await request.json()) as object;
      saved.push(body);
      return HttpResponse.json({ ...DETAIL, ...body });
    }),
  );
  return saved;
}

beforeEach(() => resetRouter());

test('an operator reads what is set and can only leave', async () => {
  serving('operator');
  renderApp(<OrganizationSettings />);
  expect(await screen.findByText('90 days')).toBeInTheDocument();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByRole('button', { name: 'Leave…' })).toBeInTheDocument();
});

test('keeping things shorter warns before it is saved', async () => {
  const saved = serving('admin');
  const { user } = renderApp(<OrganizationSettings />);
  const days = await screen.findByLabelText(/Keep attempts/);
  await user.clear(days);
  await user.type(days, '30');
  expect(screen.getByText(/older than 30 days are deleted/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(saved).toEqual([{ name: 'Nordwind', retention_days: 30 }]));
  expect(await screen.findByRole('status')).toHaveTextContent('Saved.');
});

test('leaving asks once more, and the last owner is told what to do first', async () => {
  serving('owner');
  const problem = { title: 'x', detail: 'Transfer the ownership first.', code: 'last_owner' };
  server.use(
    http.delete('*/api/v1/me/memberships/*', () => HttpResponse.json(problem, { status: 409 })),
  );
  const { user } = renderApp(<OrganizationSettings />);
  await user.click(await screen.findByRole('button', { name: 'Leave…' }));
  await user.click(screen.getByRole('button', { name: 'Yes, leave Nordwind' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Transfer the ownership first.');
  expect(router.push).not.toHaveBeenCalled();
});
