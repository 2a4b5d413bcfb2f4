import { useRouter, type NextRouter } from 'next/router';
import { useEffect, useSyncExternalStore } from 'react';

/** Somebody is about to leave what they have not saved. */
export type LeaveQuestion = { leave: () => void; stay: () => void };

/** What a page change is stopped with; it is no failure. */
class Stayed extends Error {
  override readonly name = 'Stayed';
}

let question: LeaveQuestion | null = null;
const listeners = new Set<() => void>();

function pose(next: LeaveQuestion | null) {
  question = next;
  listeners.forEach((each) => each());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** For the frame, which asks it. */
export function useLeaveQuestion(): LeaveQuestion | null {
  return useSyncExternalStore(
    subscribe,
    () => question,
    () => null,
  );
}

/** How many parts of the page have something unsaved, and what ends the watch over them. */
let guards = 0;
let dismiss: (() => void) | null = null;

/**
 * Asks before a page with unsaved changes is left: by a link, by the back button, by a program, or by
 * closing the tab, where the browser asks in its own words. Several parts of a page may use it.
 */
export function useLeaveGuard(dirty: boolean): void {
  const router = useRouter();
  useEffect(() => {
    if (!dirty) return;
    guards += 1;
    if (guards === 1) dismiss = watched(router);
    return () => {
      guards -= 1;
      if (guards > 0) return;
      dismiss?.();
      dismiss = null;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the router is one and the same
  }, [dirty]);
}

function watched(router: NextRouter): () => void {
  let leaving = false;
  let returning = false;

  const ask = (goOn: () => void) =>
    pose({
      stay: () => pose(null),
      leave: () => {
        leaving = true;
        pose(null);
        goOn();
      },
    });
  const onStart = (url: string) => {
    if (leaving || pathOf(url) === pathOf(router.asPath)) return;
    ask(() => void router.push(url));
    throw new Stayed('The page has unsaved changes.');
  };
  const onUnload = (event: BeforeUnloadEvent) => {
    if (!leaving) event.preventDefault();
  };

  router.beforePopState(({ as }) => {
    if (returning) {
      returning = false;
      return false;
    }
    if (leaving || pathOf(as) === pathOf(router.asPath)) return true;
    // The browser has gone back already: it comes here again, and then is asked.
    returning = true;
    history.forward();
    ask(() => history.back());
    return false;
  });
  router.events.on('routeChangeStart', onStart);
  addEventListener('beforeunload', onUnload);
  addEventListener('unhandledrejection', quiet);
  return () => {
    router.beforePopState(() => true);
    router.events.off('routeChangeStart', onStart);
    removeEventListener('beforeunload', onUnload);
    removeEventListener('unhandledrejection', quiet);
    pose(null);
  };
}

function quiet(event: PromiseRejectionEvent) {
  if (event.reason instanceof Stayed) event.preventDefault();
}

const pathOf = (address: string) => address.split(/[?#]/)[0];
