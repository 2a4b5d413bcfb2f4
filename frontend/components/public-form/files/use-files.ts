import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/lib/http/api-error';
import { uploadFile } from '@/lib/http/upload';
import type { Plain } from '../plain/plain';
import type { Env } from '../questions/env';
import type { Say } from '../words';
import { fileSize } from '@/lib/words/amounts/file-size';

/** One chosen file: on its way (`part` of 1), there (`id`), or refused (`error`). */
export type Chosen = {
  key: number;
  name: string;
  size: number;
  part: number;
  id?: string;
  error?: string;
};

type Limits = { maxBytes: number; maxFiles: number };

/** The files of one question: each is sent as soon as it is chosen, and may be removed again. */
export function useFiles(
  field: string,
  { form, say, tell, ticket, onUploading, plain }: Env,
  limits: Limits,
  onChange: (ids: string[]) => void,
) {
  const [files, setFiles] = useState<Chosen[]>(() => keptAt(plain, field));
  const lastKey = useRef(files.length);
  const running = useRef(new Map<number, AbortController>());

  useEffect(() => {
    const all = running.current;
    return () => all.forEach((controller) => controller.abort());
  }, []);

  const pending = files.filter(({ id, error }) => !id && !error).length;
  useEffect(() => onUploading(field, pending), [onUploading, field, pending]);

  const ids = files.flatMap(({ id }) => id ?? []);
  const joined = ids.join();
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });
  const before = useRef(joined);
  useEffect(() => {
    if (before.current === joined) return;
    before.current = joined;
    change.current(joined === '' ? [] : joined.split(','));
  }, [joined]);

  function patch(key: number, changes: Partial<Chosen>) {
    setFiles((all) => all.map((each) => (each.key === key ? { ...each, ...changes } : each)));
  }

  function choose(list: FileList | null) {
    const room = limits.maxFiles - files.filter(({ error }) => !error).length;
    const chosen = [...(list ?? [])];
    const taken = chosen.slice(0, Math.max(room, 0));
    if (chosen.length > taken.length) tell(say('file.most', { count: limits.maxFiles }));
    for (const file of taken) start(file);
  }

  function start(file: File) {
    lastKey.current += 1;
    const entry: Chosen = { key: lastKey.current, name: file.name, size: file.size, part: 0 };
    if (file.size > limits.maxBytes) {
      const error = say('refusals.file_large', {
        size: fileSize(file.size, form.language),
        most: fileSize(limits.maxBytes, form.language),
      });
      setFiles((all) => [...all, { ...entry, error }]);
      tell(say('file.told', { name: file.name, message: error }));
      return;
    }
    setFiles((all) => [...all, entry]);
    const controller = new AbortController();
    running.current.set(entry.key, controller);
    void send(entry, file, controller).finally(() => running.current.delete(entry.key));
  }

  async function send(entry: Chosen, file: File, controller: AbortController) {
    try {
      const { version, language } = form;
      const fields = { field, ticket: await ticket(), version: `${version}`, language };
      const kept = await uploadFile(`/api/v1/forms/${form.slug}/uploads`, {
        fields,
        file,
        signal: controller.signal,
        onProgress: (part) => patch(entry.key, { part }),
      });
      patch(entry.key, { part: 1, id: kept.id });
      tell(say('file.is_uploaded', { name: file.name }));
    } catch (error) {
      if (controller.signal.aborted) return;
      const message = refusal(error, say);
      patch(entry.key, { error: message });
      tell(say('file.told', { name: file.name, message }));
    }
  }

  function remove(key: number) {
    running.current.get(key)?.abort();
    const name = files.find((each) => each.key === key)?.name ?? '';
    tell(say('file.was_removed', { name }));
    setFiles((all) => all.filter((each) => each.key !== key));
  }

  return { files, choose, remove, full: ids.length + pending >= limits.maxFiles };
}

/** Those that were uploaded before the form was drawn anew. */
function keptAt({ kept }: Plain, field: string): Chosen[] {
  return (kept[field] ?? []).map((file, index) => ({ ...file, key: index + 1, part: 1 }));
}

function refusal(error: unknown, say: Say): string {
  if (!(error instanceof ApiError) || error.status === 0 || error.status >= 500)
    return say('file.failed');
  return error.problem.errors[0]?.message ?? error.problem.detail;
}
