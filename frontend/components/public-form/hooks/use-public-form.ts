import type { RJSFSchema } from '@rjsf/utils';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { FormOut } from '@/lib/api/model';
import { useDraft } from '../draft/use-draft';
import { fieldIssues, localIssues, visibleIssues, type Issue } from '../fields/issues';
import { sensitiveFields } from '../schema/sensitive';
import { words } from '../words';
import { useArrival } from './use-arrival';
import { useFormProtection } from './use-form-protection';
import { useFormSubmit } from './use-form-submit';

type Answers = Record<string, unknown>;

/** Everything the form knows: answers, what is wrong with them, and the one way to send them. */
export function usePublicForm(form: FormOut) {
  const { link: sent, arrive } = useArrival();
  const schema = form.json_schema as RJSFSchema;
  const fields = useMemo(() => Object.keys(schema.properties ?? {}), [schema]);
  const sensitive = useMemo(() => sensitiveFields(schema), [schema]);
  const { draft, restored, change, startAfresh, forget } = useDraft(form.slug, fields, sensitive);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [summary, setSummary] = useState<Issue[]>([]);
  const [refused, setRefused] = useState<Issue[]>([]);
  const submit = useFormSubmit(form);
  const sending = useRef(false);
  const [proving, setProving] = useState(false);
  const { trap, prove, ticket, renew } = useFormProtection(form);
  const uploading = useRef(new Map<string, number>());
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

  const onUploading = useCallback((field: string, count: number) => {
    uploading.current.set(field, count);
  }, []);
  const context = useMemo(
    () => ({ slug: form.slug, version: form.version, ticket, onUploading }),
    [form.slug, form.version, ticket, onUploading],
  );

  async function send() {
    if (sending.current || draft === null) return;
    setTouched(new Set(fields));
    const broken = [...localIssues(schema, data), ...unfinished(uploading.current)];
    setSummary(broken);
    if (broken.length > 0) return;
    sending.current = true;
    setProving(true);
    // Without a ticket the server says what is missing, in words for whoever reads them.
    const protection = await prove().catch(() => ({ website: '', ticket: '', proof: '' }));
    setProving(false);
    submit.mutate(
      { data, idempotencyKey: draft.idempotencyKey, protection },
      {
        onSuccess: (accepted) => {
          forget();
          arrive(accepted.tracking_token);
        },
        onError: (error) => {
          sending.current = false;
          renew();
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
  return {
    sent,
    ready,
    restored,
    partly,
    data,
    issues,
    summary,
    submit,
    proving,
    trap,
    context,
    edit,
    leave,
    send,
    clear,
  };
}

function unfinished(uploading: ReadonlyMap<string, number>): Issue[] {
  return [...uploading]
    .filter(([, count]) => count > 0)
    .map(([field]) => ({ field, message: words.files.unfinished }));
}
