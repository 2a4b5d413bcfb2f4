import { useRouter } from 'next/router';
import { useEffect, useRef } from 'react';
import { linkOf } from '../hooks/use-row-keys';
import { entryHere, forgetPlace, keepPlace, keptPlace, placeHere, type Place } from './place';

type Options = {
  ids: readonly string[];
  /** How far down the page a row begins, drawn or not. */
  offsetOf: (index: number) => number | undefined;
};

/** Rows are drawn, measured and moved by what is above them within some frames. */
const FRAMES = 30;
const AT_REST = 3;

/** Whoever comes back to the list finds it where they left it, with the focus on their row. */
export function usePlace({ ids, offsetOf }: Options) {
  const { asPath, events } = useRouter();
  const entry = useRef<string | null>(null);
  useEffect(() => {
    entry.current = entryHere();
  }, [asPath]);

  useEffect(() => {
    const keep = (path: string | undefined) => {
      if (entry.current !== null && path !== '/submissions') keepPlace(entry.current, placeHere());
    };
    // By a link; the history is still that of the list.
    const onStart = (url: string) => {
      if (entryHere() === entry.current) keep(url.split(/[?#]/)[0]);
    };
    // By the browser's buttons, before it scrolls to where the other page was.
    const onPop = () => keep(window.location.pathname);
    events.on('routeChangeStart', onStart);
    addEventListener('popstate', onPop, { capture: true });
    return () => {
      events.off('routeChangeStart', onStart);
      removeEventListener('popstate', onPop, { capture: true });
    };
  }, [events]);

  useEffect(() => {
    const here = entryHere();
    const place = here === null ? null : keptPlace(here);
    if (here === null || place === null) return;
    const index = place.row === null ? -1 : ids.indexOf(place.row);
    return goTo(
      place,
      () => (index < 0 ? undefined : offsetOf(index)),
      () => forgetPlace(here),
    );
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, with the first rows
  }, []);
}

function goTo(place: Place, offset: () => number | undefined, done: () => void): () => void {
  let frame = 0;
  const step = (left: number, still: number) => {
    const link = place.row === null ? null : linkOf(place.row);
    const moved = link
      ? moveTo(link, place.top)
      : jump((offset() ?? place.y + place.top) - place.top);
    if (link !== document.activeElement) link?.focus({ preventScroll: true });
    const rest = moved ? 0 : still + 1;
    if (left === 0 || rest === AT_REST) done();
    else frame = requestAnimationFrame(() => step(left - 1, rest));
  };
  frame = requestAnimationFrame(() => step(FRAMES, 0));
  return () => cancelAnimationFrame(frame);
}

/** Whether the row was elsewhere. */
function moveTo(link: HTMLElement, top: number): boolean {
  const row = link.closest('[data-row]') ?? link;
  const by = Math.round(row.getBoundingClientRect().top - top);
  if (by !== 0) window.scrollBy({ top: by });
  return by !== 0;
}

function jump(top: number): boolean {
  if (Math.abs(window.scrollY - top) < 1) return false;
  window.scrollTo({ top });
  return true;
}
