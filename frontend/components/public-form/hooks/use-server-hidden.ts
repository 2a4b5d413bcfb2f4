import { useCallback, useState } from 'react';
import { fetcher } from '@/lib/http/fetcher';
import type { Data } from '../answers/data';
import type { Form } from '../form';

type Verdict = { hidden: string[] };

const NONE: ReadonlySet<string> = new Set();

/**
 * Which questions the server would not ask with these answers: for a form with conditions whose
 * evaluator is not there. Without an answer everything is asked.
 */
export function useServerHidden(
  { slug, version, language, has_expressions: needed }: Form,
  atFirst: readonly string[],
) {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(atFirst));
  const ask = useCallback(
    async (data: Data): Promise<ReadonlySet<string>> => {
      if (!needed) return NONE;
      try {
        const verdict = await fetcher<Verdict>(`/api/v1/forms/${encodeURIComponent(slug)}/check`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ data, version, language }),
        });
        const paths = new Set(verdict.hidden.map((path) => path.replace(/^data\./, '')));
        setHidden(paths);
        return paths;
      } catch {
        return NONE;
      }
    },
    [slug, version, language, needed],
  );
  return { hidden, ask };
}
