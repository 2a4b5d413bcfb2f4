import { useEffect, useState } from 'react';
import { getFormChoices } from '@/lib/api/endpoints/forms/forms';
import type { FormEntryOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';

export type Found =
  | { state: 'none' | 'loading' | 'failed'; items: FormEntryOut[]; message: string }
  | { state: 'found'; items: FormEntryOut[]; message: string; stale: boolean };

type Asked = { slug: string; path: string; language: string; version: number };

const PAUSE_MS = 200;
const NONE: Found = { state: 'none', items: [], message: '' };

/** Choices that the server looks up for a text, once typing pauses; null asks for none. */
export function useLiveChoices(
  { slug, path, language, version }: Asked,
  search: string | null,
): Found {
  const [found, setFound] = useState<Found>(NONE);
  useEffect(() => {
    if (search === null) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setFound(({ items }) => ({ state: 'loading', items, message: '' }));
      getFormChoices(slug, path, { search, language, version }, { signal: stop.signal })
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
  }, [slug, path, language, version, search]);
  return search === null ? NONE : found;
}
