import { useEffect, useMemo, useState } from 'react';
import { askingOf, type Asking } from '../answers/asked';
import type { Typed } from '../answers/typed';
import type { Expressions } from '../expressions/expressions';
import { loadExpressions } from '../expressions/load';
import type { Form } from '../form';

/** What is asked and sent with these answers. The evaluator comes after the first paint. */
export function useAsking(form: Form, typed: Typed, saidHidden: ReadonlySet<string>) {
  const [expressions, setExpressions] = useState<Expressions | null>(null);
  const { has_expressions: needed } = form;
  useEffect(() => {
    if (!needed) return;
    // Without it the form still works: the server judges.
    void loadExpressions().then(
      (loaded) => setExpressions(() => loaded),
      () => undefined,
    );
  }, [needed]);
  const asking: Asking = useMemo(
    () => askingOf(form, typed, expressions, saidHidden),
    [form, typed, expressions, saidHidden],
  );
  return { asking, expressions };
}
