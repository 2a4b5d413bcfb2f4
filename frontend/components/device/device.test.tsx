import { screen, waitFor } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { DevicePlaceOut, DeviceSignInOut } from '@/lib/api/model';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { Device } from './device';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const nordwind = meAs('admin').organization;
const second = { id: '0193a3f0-7c3e-7d10-8f00-0000000000a2', name: 'Fjord', slug: 'fjord' };

const place: DevicePlaceOut = {
  organization: nordwind,
  role: 'admin',
  permissions: ['submissions:read', 'workflows:manage'],
  everything: false,
};
const WAITING: DeviceSignInOut = {
  program: 'Waybill command line',
  said: 'waybill/1.0 (Linux) on build-01',
  address: '198.51.100.7',
  same_address: false,
  asked_at: '2026-11-28T12:00:00Z',
  expires_at: '2026-11-28T12:10:00Z',
  places: [place],
};

type Sent = { look: unknown[]; approve: unknown[]; refuse: unknown[] };

function serving(
  device: Partial<DeviceSignInOut> | { status: number; code: string; detail: string } = {},
): Sent {
  const sent: Sent = { look: [], approve: [], refuse: [] };
  const refusal = 'status' in device ? device : null;
  server.use(
    http.get('*/api/v1/me', () => HttpResponse.json(meAs('admin'))),
    http.post('*/api/v1/device-sign-ins/look', async ({ request }) => {
      sent.look.push(await request.json());
      if (refusal) return HttpResponse.json(refusal, { status: refusal.status });
      return HttpResponse.json({ ...WAITING, ...device });
    }),
    http.post('*/api/v1/device-sign-ins/approve', async ({ request }) => {
      sent.approve.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
    http.post('*/api/v1/device-sign-ins/refuse', async ({ request }) => {
      sent.refuse.push(await request.json());
      return new HttpResponse(null, { status: 204 });
    }),
  );
  return sent;
}

beforeEach(() => {
  resetRouter();
  history.replaceState(null, '', '/device?code=WDJB-MJHT');
});

test('who is not signed in signs in first, and comes back with the code', async () => {
  const sent = serving();
  server.use(http.get('*/api/v1/me', () => HttpResponse.json({}, { status: 401 })));
  renderApp(<Device given="WDJB-MJHT" />);
  await waitFor(() =>
    expect(router.replace).toHaveBeenCalledWith({
      pathname: '/sign-in',
      query: { next: '/device?code=WDJB-MJHT' },
    }),
  );
  expect(sent.look).toEqual([]);
});

test('without a code it is asked for, and an empty one is not sent', async () => {
  const sent = serving();
  const { user } = renderApp(<Device given="" />);
  await user.click(await screen.findByRole('button', { name: 'Continue' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Enter the code');
  expect(sent.look).toEqual([]);
  await user.type(screen.getByLabelText(/Code from your program/), 'wdjb mjht{Enter}');
  expect(await screen.findByText('WDJB-MJHT')).toBeInTheDocument();
  expect(sent.look).toEqual([{ user_code: 'wdjb mjht' }]);
});

test('it shows who asks, from where, and warns', async () => {
  serving();
  renderApp(<Device given="WDJB-MJHT" />);
  expect(
    await screen.findByRole('heading', { name: 'Waybill command line wants to act for you' }),
  ).toBeInTheDocument();
  expect(screen.getByText('198.51.100.7')).toBeInTheDocument();
  expect(screen.getByText(/Not the address that you come from/)).toBeInTheDocument();
  expect(screen.getByText('waybill/1.0 (Linux) on build-01')).toBeInTheDocument();
  expect(screen.getByText('WDJB-MJHT')).toBeInTheDocument();
  expect(screen.getByRole('note')).toHaveTextContent('Approve only what you started yourself');
  expect(screen.getByText('2 things')).toBeInTheDocument();
  expect(screen.getByText('Change and publish workflows')).toBeInTheDocument();
  expect(screen.queryByRole('radio')).toBeNull();
});

test('letting it in says so, and where to end it', async () => {
  const sent = serving({ places: [{ ...place, everything: true }] });
  const { user } = renderApp(<Device given="WDJB-MJHT" />);
  expect(await screen.findByText('All that you may do in Nordwind')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Let it in' }));
  expect(await screen.findByRole('heading', { name: 'The program is let in' })).toHaveFocus();
  expect(sent.approve).toEqual([{ user_code: 'WDJB-MJHT', organization_id: nordwind.id }]);
  expect(screen.getByRole('link', { name: 'your sign-in' })).toHaveAttribute(
    'href',
    '/settings/security',
  );
  expect(screen.queryByRole('button')).toBeNull();
});

test('with several organizations one is chosen; the one worked for stands first', async () => {
  const other = { ...place, organization: second, role: 'viewer' as const };
  const sent = serving({ places: [other, place] });
  const { user } = renderApp(<Device given="WDJB-MJHT" />);
  expect(await screen.findByRole('radio', { name: /Nordwind/ })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: /Fjord/ }));
  await user.click(screen.getByRole('button', { name: 'Let it in' }));
  expect(await screen.findByText(/acts for you in Fjord now/)).toBeInTheDocument();
  expect(sent.approve).toEqual([{ user_code: 'WDJB-MJHT', organization_id: second.id }]);
});

test('refusing says that nothing was given away', async () => {
  const sent = serving();
  const { user } = renderApp(<Device given="WDJB-MJHT" />);
  await user.click(await screen.findByRole('button', { name: 'Refuse' }));
  expect(await screen.findByRole('heading', { name: 'The program was turned away' })).toHaveFocus();
  expect(sent).toMatchObject({ refuse: [{ user_code: 'WDJB-MJHT' }], approve: [] });
});

test('who may nothing of what it asks for can only refuse', async () => {
  serving({ places: [] });
  renderApp(<Device given="WDJB-MJHT" />);
  expect(
    await screen.findByRole('heading', { name: 'You cannot let this program in' }),
  ).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Let it in' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Refuse' })).toBeInTheDocument();
});

test.each([
  [404, 'unknown_code', 'No program waits under this code.'],
  [409, 'code_used', 'This code was used already.'],
  [429, 'rate_limited', 'You tried several codes.'],
])('a code that opens nothing (%s) is said at the field', async (status, code, detail) => {
  const sent = serving({ status, code, detail });
  const { user } = renderApp(<Device given="WDJB-MJHT" />);
  const field = await screen.findByLabelText(/Code from your program/);
  expect(field).toHaveValue('WDJB-MJHT');
  expect(screen.getByRole('alert')).toHaveTextContent(detail);
  expect(field).toBeInvalid();
  await user.clear(field);
  expect(screen.queryByRole('alert')).toBeNull();
  await user.type(field, 'WDJB-MJHX{Enter}');
  await waitFor(() => expect(sent.look).toHaveLength(2));
});

test('an approval that came too late leads to another code', async () => {
  serving();
  const detail = 'No program waits under this code.';
  server.use(
    http.post('*/api/v1/device-sign-ins/approve', () =>
      HttpResponse.json({ title: 'x', detail, code: 'unknown_code' }, { status: 404 }),
    ),
  );
  const { user } = renderApp(<Device given="WDJB-MJHT" />);
  await user.click(await screen.findByRole('button', { name: 'Let it in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(detail);
  await user.click(screen.getByRole('button', { name: 'Enter another code' }));
  expect(screen.getByLabelText(/Code from your program/)).toHaveValue('');
});

test('an API that does not answer is not called a bad code', async () => {
  serving({ status: 503, code: 'unavailable', detail: 'Try again later.' });
  renderApp(<Device given="WDJB-MJHT" />);
  expect(await screen.findByRole('button', { name: 'Try again' })).toBeInTheDocument();
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Let a program in');
  expect(screen.queryByLabelText(/Code from your program/)).toBeNull();
});
