import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Typed } from '../answers/typed';
import { judgementOf, type Judge, type Said } from '../check/judgement';
import type { Form } from '../form';

/**
 * What is asked, sent and wrong with these answers. What judges them is a script of its own, and
 * the evaluator of expressions another: they are fetched when somebody begins to answer, or at once
 * where conditions decide what is asked.
 */
export function useJudgement(form: Form, typed: Typed, said: Said) {
  const [judge, setJudge] = useState<Judge | null>(null);
  const loading = useRef<Promise<Judge | null>>(null);
  const { has_expressions: needed } = form;

  /** Null where a script does not come: the form still works, and the server judges. */
  const load = useCallback((): Promise<Judge | null> => {
    loading.current ??= fetchJudge(needed).then(
      (fetched) => {
        setJudge(fetched);
        return fetched;
      },
      () => {
        loading.current = null;
        return null;
      },
    );
    return loading.current;
  }, [needed]);

  useEffect(() => {
    if (needed) void load();
  }, [needed, load]);

  const judgement = useMemo(
    () => judgementOf(form, typed, judge, said),
    [form, typed, judge, said],
  );

  /** The judgement, once everything that judges is there; `all`: nothing is left to the server. */
  async function judged() {
    const complete = await load();
    return {
      ...judgementOf(form, typed, complete, said),
      all: complete !== null && (!needed || complete.expressions !== null),
    };
  }

  return { judgement, judged, load };
}

async function fetchJudge(withExpressions: boolean): Promise<Judge> {
  const [{ verdict }, expressions] = await Promise.all([
    import('../verdict'),
    withExpressions ? import('../cel').then((cel) => cel.default).catch(() => null) : null,
  ]);
  return { verdict, expressions };
}
