import type { RJSFSchema } from '@rjsf/utils';
import { useRouter } from 'next/router';
import { useMemo, useRef, useState } from 'react';
import type { FormOut } from '@/lib/api/model';
import { useFormSubmit } from '@/lib/hooks/use-form-submit';
import { fieldIssues, localIssues, visibleIssues, type Issue } from './issues';
import { sensitiveFields } from './schema/sensitive';
import { useDraft } from './use-draft';

type Answers = Record<string, unknown>;

/** Everything the form knows: answers, what is wrong with them, and the one way to send them. */
export function usePublicForm(form: FormOut) {
  const router = useRouter();
  const schema = form.json_schema as RJSFSchema;
  const fields = useMemo(() => Object.keys(schema.properties ?? {}), [schema]);
  const sensitive = useMemo(() => sensitiveFields(schema), [schema]);
  const { draft, restored, change, startAfresh, forget } = useDraft(form.slug, fields, sensitive);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [summary, setSummary] = useState<Issue[]>([]);
  const [refused, setRefused] = useState<Issue[]>([]);
  const submit = useFormSubmit(form.slug);
  const sending = useRef(false);
  const data = useMemo(() => draft?.data ?? {}, [draft]);

  const issues = useMemo(
    () => visibleIssues(localIssues(schema, data), touched, refused),
    [schema, data, touched, refused],
  );

  function edit(next: Answers) {
    setRefused((current) => current.filter(({ field }) => next[field] === data[field]));
    change(next);
  }

  function leave(field: string) {
    setTouched((current) => new Set(current).add(field));
  }

  function send() {
    if (sending.current || draft === null) return;
    setTouched(new Set(fields));
    const broken = localIssues(schema, data);
    setSummary(broken);
    if (broken.length > 0) return;
    sending.current = true;
    submit.mutate(
      { data, idempotencyKey: draft.idempotencyKey },
      {
        onSuccess: (accepted) => {
          forget();
          void router.push(`/t/${encodeURIComponent(accepted.tracking_token)}`);
        },
        onError: (error) => {
          sending.current = false;
          const answers = fieldIssues(error.problem.errors, schema);
          setRefused(answers);
          setSummary(answers);
        },
      },
    );
  }

  function clear() {
    startAfresh();
    submit.reset();
    setTouched(new Set());
    setSummary([]);
    setRefused([]);
  }

  const ready = draft !== null;
  const partly = restored && sensitive.length > 0;
  return { ready, restored, partly, data, issues, summary, submit, edit, leave, send, clear };
}
