import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter } from '@/lib/testing/router';
import { server } from '@/lib/testing/server';
import { SubmissionList } from './submission-list';
import { answering, idOf, item } from './testing/answering';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

beforeEach(() => {
  resetRouter();
  openableDialogs();
  window.scrollTo = jest.fn();
});

afterEach(() => scrolledTo(0));

function scrolledTo(top: number) {
  Object.defineProperty(window, 'scrollY', { value: top, configurable: true });
}

/** One row, and another that comes in after it was drawn and counted. */
function oneComesIn() {
  let came = false;
  const newer = item({ id: idOf(2), title: 'Newer Ltd' });
  answering([[item()]]);
  server.use(
    http.get('*/api/v1/submissions/count', () =>
      HttpResponse.json({ count: came ? 2 : 1, exact: true }),
    ),
    http.get('*/api/v1/submissions', async ({ request }) => {
      if (new URL(request.url).searchParams.get('limit') !== '25') return;
      await screen.findByText('One submission');
      came = true;
      return HttpResponse.json({ items: [newer, item()], next_cursor: null });
    }),
  );
}

test('what comes in at the top is counted at once', async () => {
  oneComesIn();
  renderApp(<SubmissionList />);
  expect(await screen.findByText('Newer Ltd')).toBeVisible();
  expect(await screen.findByText('2 submissions')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'One new: show' })).not.toBeInTheDocument();
});

test('further down it is counted, and a button tells of it', async () => {
  scrolledTo(500);
  oneComesIn();
  renderApp(<SubmissionList />);
  expect(await screen.findByRole('button', { name: 'One new: show' })).toBeVisible();
  expect(await screen.findByText('2 submissions')).toBeVisible();
  expect(screen.queryByText('Newer Ltd')).not.toBeInTheDocument();
});

test.each([
  ['newest', /New ones appear at the top;/],
  ['changed', /when something changes/],
  ['oldest', /New ones come last\./],
])('what is said of new ones is true of the order “%s”', async (sort, said) => {
  resetRouter({ sort });
  answering([[item()]]);
  renderApp(<SubmissionList />);
  expect(await screen.findByText(said)).toBeVisible();
});
