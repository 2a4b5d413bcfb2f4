import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { meAs } from '@/lib/testing/me';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, router } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { speak } from '@/lib/words/languages';
import { OperatorLayout } from './operator-layout';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

const ME = '*/api/v1/me';

beforeAll(openableDialogs);
beforeEach(() => resetRouter());
afterEach(() => speak('en'));

const signedIn = (me = meAs('admin')) => server.use(http.get(ME, () => HttpResponse.json(me)));

test('the sections that a person may open are there, and the one of the page is marked', async () => {
  signedIn(meAs('admin', { permissions: ['submissions:read', 'alerts:read'] }));
  router.pathname = '/submissions/[id]';
  renderApp(<OperatorLayout title="Submission">content</OperatorLayout>);
  await screen.findByText('olga@nordwind.example');
  const sections = screen.getByRole('navigation', { name: 'Sections' });
  expect(
    within(sections)
      .getAllByRole('link')
      .map((each) => each.textContent),
  ).toEqual(['Overview', 'Submissions', 'Alerts', 'Settings']);
  expect(within(sections).getByRole('link', { name: 'Submissions' })).toHaveAttribute(
    'aria-current',
    'page',
  );
});

test('a page that a person may not open says so, and asks for nothing', async () => {
  signedIn(meAs('viewer', { permissions: ['submissions:read'] }));
  router.pathname = '/callbacks/[id]';
  renderApp(<OperatorLayout title="Callbacks">content</OperatorLayout>);
  expect(await screen.findByText('You may not open this page')).toBeVisible();
  expect(screen.queryByText('content')).toBeNull();
});

test('the frame speaks German', async () => {
  signedIn();
  speak('de');
  renderApp(<OperatorLayout title="x">content</OperatorLayout>);
  expect(await screen.findByRole('button', { name: 'Abmelden' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Einsendungen' })).toBeVisible();
});

test('a nested page says where it is', () => {
  signedIn();
  const trail = [{ href: '/connections', label: 'Connections' }];
  renderApp(
    <OperatorLayout title="Our ERP" trail={trail}>
      content
    </OperatorLayout>,
  );
  const crumbs = screen.getByRole('navigation', { name: 'Where you are' });
  expect(within(crumbs).getByRole('link', { name: 'Connections' })).toHaveAttribute(
    'href',
    '/connections',
  );
  expect(within(crumbs).getByText('Our ERP')).toHaveAttribute('aria-current', 'page');
});

test('on a phone the menu opens, and closes when it has led on', async () => {
  signedIn();
  const { user } = renderApp(<OperatorLayout title="x">content</OperatorLayout>);
  await user.click(screen.getByRole('button', { name: 'Menu' }));
  const menu = screen.getByRole('dialog', { name: 'Menu' });
  const link = within(menu).getByRole('link', { name: 'Settings' });
  link.addEventListener('click', (event) => event.preventDefault());
  await user.click(link);
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('whoever is not signed in goes to sign in, and comes back', async () => {
  // As the router says it until it has read the address.
  router.asPath = '/submissions/[id]';
  history.replaceState(null, '', '/submissions/42?from=mail');
  server.use(http.get(ME, () => HttpResponse.json({}, { status: 401 })));
  renderApp(<OperatorLayout title="x">content</OperatorLayout>);
  await waitFor(() =>
    expect(router.replace).toHaveBeenCalledWith({
      pathname: '/sign-in',
      query: { next: '/submissions/42?from=mail' },
    }),
  );
});

test('a page that is there stays when its person can no longer be read', async () => {
  signedIn();
  const { client } = renderApp(<OperatorLayout title="x">what was typed</OperatorLayout>);
  await screen.findByText('olga@nordwind.example');
  server.use(http.get(ME, () => HttpResponse.json({}, { status: 401 })));
  await client.refetchQueries();
  expect(screen.getByText('what was typed')).toBeVisible();
  expect(router.replace).not.toHaveBeenCalled();
});

test('a question mark shows the keys of the page', async () => {
  signedIn();
  const { user } = renderApp(<OperatorLayout title="x">content</OperatorLayout>);
  await user.keyboard('?');
  expect(screen.getByRole('dialog', { name: 'Keys of this page' })).toHaveTextContent(
    'Show these keys',
  );
});

test('a name of any length, script and picture is said whole', async () => {
  const name = `شركة 🚚 ${'x'.repeat(10_000)}`;
  const organization = { ...meAs('admin').organization, name };
  signedIn(meAs('admin', { organization }));
  renderApp(<OperatorLayout title="x">content</OperatorLayout>);
  const shown = await screen.findAllByText(name);
  expect(shown.every((each) => each.getAttribute('dir') === 'auto')).toBe(true);
});
