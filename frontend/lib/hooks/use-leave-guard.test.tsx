import { act, render, renderHook, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { resetRouter, router, startToLeave } from '@/lib/testing/router';
import { useLeaveGuard, useLeaveQuestion } from './use-leave-guard';

jest.mock('next/router', () => jest.requireActual('@/lib/testing/router').mockedRouter);

function Page({ dirty }: { dirty: boolean }) {
  useLeaveGuard(dirty);
  const question = useLeaveQuestion();
  return (
    question && (
      <>
        <button onClick={question.stay}>Stay</button>
        <button onClick={question.leave}>Leave</button>
      </>
    )
  );
}

beforeEach(() => {
  resetRouter();
  router.asPath = '/settings/you';
});

/** Throws what stops the change of the page. */
function leave(url: string) {
  let stopped: unknown;
  act(() => {
    try {
      startToLeave(url);
    } catch (error) {
      stopped = error;
    }
  });
  if (stopped !== undefined) throw stopped;
}

test('a page without changes is left', () => {
  render(<Page dirty={false} />);
  leave('/overview');
  expect(screen.queryByRole('button')).toBeNull();
});

test('a page with changes asks, and stays', async () => {
  render(<Page dirty />);
  expect(() => leave('/overview')).toThrow('unsaved changes');
  await userEvent.setup().click(screen.getByRole('button', { name: 'Stay' }));
  expect(screen.queryByRole('button')).toBeNull();
  expect(router.push).not.toHaveBeenCalled();
});

test('whoever wants to leave goes where they wanted to', async () => {
  render(<Page dirty />);
  expect(() => leave('/overview')).toThrow();
  await userEvent.setup().click(screen.getByRole('button', { name: 'Leave' }));
  expect(router.push).toHaveBeenCalledWith('/overview');
  expect(() => leave('/overview')).not.toThrow();
});

test('another view of the same page is no other page', () => {
  render(<Page dirty />);
  leave('/settings/you?tab=2');
  expect(screen.queryByRole('button')).toBeNull();
});

test('of two parts with changes, the one that is left still asks', () => {
  const one = renderHook(({ dirty }) => useLeaveGuard(dirty), { initialProps: { dirty: true } });
  const other = renderHook(() => useLeaveGuard(true));
  one.rerender({ dirty: false });
  expect(() => leave('/overview')).toThrow('unsaved changes');
  other.unmount();
  leave('/overview');
});

test('the browser asks before the tab is closed', () => {
  const { unmount } = renderHook(() => useLeaveGuard(true));
  const first = new Event('beforeunload', { cancelable: true });
  dispatchEvent(first);
  expect(first.defaultPrevented).toBe(true);
  unmount();
  const second = new Event('beforeunload', { cancelable: true });
  dispatchEvent(second);
  expect(second.defaultPrevented).toBe(false);
});
