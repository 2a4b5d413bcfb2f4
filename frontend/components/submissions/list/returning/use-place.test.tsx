import { act, screen, waitFor } from '@testing-library/react';
import { openableDialogs } from '@/lib/testing/dialog';
import { renderApp } from '@/lib/testing/render';
import { resetRouter, startToLeave } from '@/lib/testing/router';
import { SubmissionList } from '../submission-list';
import { answering, idOf, many } from '../testing/answering';
import { keepPlace, keptPlace } from './place';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

/** As a browser does: the window is there, and says so. */
function scrollTo({ top = 0 }: ScrollToOptions) {
  Object.defineProperty(window, 'scrollY', { value: top, configurable: true });
  requestAnimationFrame(() => window.dispatchEvent(new Event('scroll')));
}

const goTo = (key: string, path = '/submissions') => history.replaceState({ key }, '', path);
const linkTo = async (number: number) =>
  (await screen.findByText(`WB-${number}`)).closest('a') as HTMLElement;

beforeEach(() => {
  resetRouter();
  openableDialogs();
  sessionStorage.clear();
  window.scrollTo = scrollTo as typeof window.scrollTo;
  scrollTo({ top: 0 });
  goTo('first');
});

async function opened(number: number) {
  answering([many(100)]);
  const { unmount } = renderApp(<SubmissionList />);
  (await linkTo(number)).focus();
  act(() => scrollTo({ top: 240 }));
  act(() => startToLeave(`/submissions/${idOf(number)}`));
  unmount();
  scrollTo({ top: 0 });
}

test('what is gone back to stands where it was left, with the focus on the row', async () => {
  await opened(97);
  expect(keptPlace('first')).toEqual({ y: 240, row: idOf(97), top: 0 });
  const focus = jest.spyOn(HTMLElement.prototype, 'focus');
  renderApp(<SubmissionList />);
  await waitFor(async () => expect(await linkTo(97)).toHaveFocus());
  expect(focus).toHaveBeenCalledWith({ preventScroll: true });
  await waitFor(() => expect(keptPlace('first')).toBeNull());
});

test('a row that is not drawn at the top is scrolled to first', async () => {
  keepPlace('first', { y: 4_000, row: idOf(20), top: 300 });
  answering([many(100)]);
  window.scrollBy = jest.fn();
  renderApp(<SubmissionList />);
  await waitFor(async () => expect(await linkTo(20)).toHaveFocus());
  expect(window.scrollY).toBe(80 * 61 - 300);
  expect(window.scrollBy).toHaveBeenCalledWith({ top: -300 });
});

test('without a row, or when it is gone, the height alone counts', async () => {
  keepPlace('first', { y: 1_200, row: idOf(500), top: 300 });
  answering([many(100)]);
  renderApp(<SubmissionList />);
  await waitFor(() => expect(window.scrollY).toBe(1_200));
  expect(document.body).toHaveFocus();
});

test('another visit begins at the top', async () => {
  await opened(97);
  goTo('second');
  renderApp(<SubmissionList />);
  await linkTo(97);
  await act(() => new Promise((done) => setTimeout(done, 100)));
  expect(window.scrollY).toBe(0);
  expect(document.body).toHaveFocus();
});

test('the browser’s own buttons leave it as a link does', async () => {
  answering([many(100)]);
  renderApp(<SubmissionList />);
  (await linkTo(98)).focus();
  goTo('second', `/submissions/${idOf(98)}`);
  act(() => void window.dispatchEvent(new PopStateEvent('popstate')));
  expect(keptPlace('first')).toMatchObject({ row: idOf(98) });
  expect(keptPlace('second')).toBeNull();
});

test('another filter is still the list', async () => {
  answering([many(100)]);
  renderApp(<SubmissionList />);
  await linkTo(98);
  act(() => startToLeave('/submissions?status=failed'));
  expect(keptPlace('first')).toBeNull();
});

test.each(['{', '7', '{"y":"far","row":null,"top":0}'])(
  'what stands there as %s is nothing',
  (text) => {
    sessionStorage.setItem('waybill.submissions.place.first', text);
    expect(keptPlace('first')).toBeNull();
  },
);
