import { useCallback, useState } from 'react';
import { checkForm } from '@/lib/api/endpoints/forms/forms';
import type { Data } from '../answers/data';
import type { Said } from '../check/judgement';
import type { Form } from '../form';
import type { Plain } from '../plain/plain';

const NONE: ReadonlySet<string> = new Set();
const bare = (path: string) => path.replace(/^data\./, '');

/**
 * What the server would not ask with these answers, and what it works out: for a form with
 * conditions whose evaluator is not there. Without an answer everything is asked.
 */
export function useServerSaid({ slug, version, language, has_expressions }: Form, atFirst: Plain) {
  const [said, setSaid] = useState<Said>(() => ({
    hidden: new Set(atFirst.hidden),
    calculated: new Map(Object.entries(atFirst.calculated)),
  }));

  const ask = useCallback(
    async (data: Data): Promise<ReadonlySet<string>> => {
      if (!has_expressions) return NONE;
      try {
        const { hidden, calculated } = await checkForm(slug, { data, version, language });
        const paths = new Set(hidden.map(bare));
        const values = Object.entries(calculated).map(([at, value]) => [bare(at), value] as const);
        setSaid({ hidden: paths, calculated: new Map(values) });
        return paths;
      } catch {
        return NONE;
      }
    },
    [slug, version, language, has_expressions],
  );

  return { said, ask };
}
