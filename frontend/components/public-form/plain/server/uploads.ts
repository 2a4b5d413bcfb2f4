import { ApiError } from '@/lib/http/api-error';
import type { FormServer } from '@/lib/http/server/form-server';
import type { Form, Issue } from '../../form';
import { wordsOf } from '../../words';
import type { KeptFiles } from '../kept-files';
import type { Post } from './read-post';

export type Uploaded = { kept: KeptFiles; faults: Issue[] };

/**
 * Gives the chosen files to the API, one by one; what it refuses is a fault beside the question.
 * Throws `ApiError` where it is not the file that is refused.
 */
export async function uploadAll(form: Form, post: Post, api: FormServer): Promise<Uploaded> {
  const say = wordsOf(form);
  const kept: KeptFiles = { ...post.kept };
  const faults: Issue[] = [];
  for (const { question, file } of post.chosen) {
    const before = kept[question] ?? [];
    const most = form.questions.find(({ key }) => key === question)?.max_files ?? 1;
    if (before.length >= most) {
      faults.push({ field: question, message: say('file.most', { count: most }) });
      continue;
    }
    try {
      const fields = { field: question, ticket: post.ticket, version: String(form.version) };
      const { id, name, size } = await api.upload(fields, file);
      kept[question] = [...before, { id, name, size }];
    } catch (error) {
      const message = refusalOf(error);
      faults.push({ field: question, message: say('file.told', { name: file.name, message }) });
    }
  }
  return { kept, faults };
}

const OF_THE_FILE = new Set([413, 422]);

function refusalOf(error: unknown): string {
  if (!(error instanceof ApiError) || !OF_THE_FILE.has(error.status)) throw error;
  return error.problem.errors[0]?.message ?? error.problem.detail;
}

/** The answers with the ids of the files that are there. */
export function withFiles<Answers extends object>(answers: Answers, kept: KeptFiles): Answers {
  const ids = Object.entries(kept).map(([key, files]) => [key, files.map(({ id }) => id)] as const);
  return { ...answers, ...Object.fromEntries(ids) };
}
