import { useEffect, useState } from 'react';
import { ApiError } from '@/lib/http/api-error';
import { getFormChoices } from './get-form-choices';

export type LiveItem = { value: string; label: string; detail?: string | null };

export type Found =
  | { state: 'none' | 'loading' | 'failed'; items: LiveItem[]; message: string }
  | { state: 'found'; items: LiveItem[]; message: string; stale: boolean };

type Asked = { slug: string; path: string; language: string };

const PAUSE_MS = 200;
const NONE: Found = { state: 'none', items: [], message: '' };

/** Choices that the server looks up for a text, once typing pauses; null asks for none. */
export function useLiveChoices({ slug, path, language }: Asked, search: string | null): Found {
  const [found, setFound] = useState<Found>(NONE);
  useEffect(() => {
    if (search === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setFound(({ items }) => ({ state: 'loading', items, message: '' }));
      getFormChoices(slug, path, { search, language }, { signal: stop.signal })
        .then(({ items, stale, message }) => setFound({ state: 'found', items, stale, message }))
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          const message = error instanceof ApiError && error.status ? error.problem.detail : '';
          setFound({ state: 'failed', items: [], message });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [slug, path, language, search]);
  return search === null ? NONE : found;
}
