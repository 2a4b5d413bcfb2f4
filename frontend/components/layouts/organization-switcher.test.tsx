import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { drawFor, drawnFor } from '@/lib/http/drawn-for';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { OrganizationSwitcher } from './organization-switcher';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const { organization, memberships } = meAs('operator');
const SUD = { id: '0193a3f0-7c3e-7d10-8f00-0000000000b2', name: 'Südwind', slug: 'sudwind' };
const BOTH = meAs('operator', {
  memberships: [...memberships, { organization: SUD, role: 'admin' }],
});

beforeAll(openableDialogs);
beforeEach(() => {
  resetRouter();
  drawFor(organization.id);
});

test('with one organization there is nothing to choose', () => {
  renderApp(<OrganizationSwitcher me={meAs('viewer')} />);
  expect(screen.getByText('Nordwind')).toBeInTheDocument();
  expect(screen.queryByRole('button')).toBeNull();
});

test('going over leads to what the other organization has', async () => {
  const chosen: unknown[] = [];
  server.use(
    http.put('*/api/v1/me/organization', async ({ request }) => {
      chosen.push(await request.json());
      return HttpResponse.json({ ...BOTH, organization: SUD, role: 'admin' });
    }),
  );
  const { user } = renderApp(<OrganizationSwitcher me={BOTH} />);
  await user.click(screen.getByRole('button', { name: 'Nordwind: change the organization' }));
  expect(screen.getByRole('button', { name: /Nordwind\s*Operator/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await user.click(screen.getByRole('button', { name: /Südwind\s*Admin/ }));
  await waitFor(() => expect(router.push).toHaveBeenCalledWith('/overview'));
  expect(chosen).toEqual([{ organization_id: SUD.id }]);
  expect(drawnFor()).toBe(SUD.id);
});

test('a refusal leaves everything as it was, and says so', async () => {
  server.use(
    http.put('*/api/v1/me/organization', () =>
      HttpResponse.json({ title: 'x', detail: 'You belong there no more.' }, { status: 404 }),
    ),
  );
  const { user } = renderApp(<OrganizationSwitcher me={BOTH} />);
  await user.click(screen.getByRole('button', { name: 'Nordwind: change the organization' }));
  await user.click(screen.getByRole('button', { name: /Südwind/ }));
  expect(await screen.findByRole('alert')).toHaveTextContent('You belong there no more.');
  expect(router.push).not.toHaveBeenCalled();
  expect(drawnFor()).toBe(organization.id);
});
