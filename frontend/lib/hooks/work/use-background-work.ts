import { useSyncExternalStore } from 'react';

/** Something that goes on in Waybill while the person does other things. */
export type Work = {
  /** The API's address of it, such as `/api/v1/bulk-actions/<id>`. Tells `finished_at`. */
  address: string;
  /** What it is, as the person knows it: "Retry 500 submissions". */
  what: string;
  /** Where its outcome is to be seen. */
  href: string;
};

const KEY = 'waybill:work';
const NONE: readonly Work[] = [];

let known: readonly Work[] | null = null;
const listeners = new Set<() => void>();

function followed(): readonly Work[] {
  known ??= read();
  return known;
}

function keep(next: readonly Work[]) {
  known = next;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // Where nothing may be kept, it is followed until the page is loaded anew.
  }
  listeners.forEach((each) => each());
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Tells the person when this is over, on whichever page of this tab they are then. */
export function followWork(work: Work): void {
  keep([...followed().filter(({ address }) => address !== work.address), work]);
}

/** Of something that the person has seen the end of, or that nobody can look at any more. */
export function forgetWork(address: string): void {
  keep(followed().filter((each) => each.address !== address));
}

/** What this tab has started and not seen the end of. */
export function useBackgroundWork(): readonly Work[] {
  return useSyncExternalStore(subscribe, followed, () => NONE);
}

function read(): readonly Work[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isWork) : NONE;
  } catch {
    return NONE;
  }
}

function isWork(value: unknown): value is Work {
  const { address, what, href } = (value ?? {}) as Record<string, unknown>;
  return [address, what, href].every((each) => typeof each === 'string');
}
