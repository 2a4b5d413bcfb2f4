import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  getGetSubmissionQueryOptions,
  useListSubmissions,
} from '@/lib/api/endpoints/submissions/submissions';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import type { Answers, Sample } from '../../store/editor-store';

const LATEST = 20;

/** The latest submissions of a workflow, asked for once somebody wants one. */
export const useEarlier = (workflow: string, asked: boolean) =>
  useListSubmissions({ workflow: [workflow], limit: LATEST }, { query: { enabled: asked } });

/** Takes the answers of an earlier submission as the sample. */
export function useTaking(onTaken: (sample: Sample) => void) {
  const client = useQueryClient();
  const [error, setError] = useState<ApiError | null>(null);
  const take = async (id: string) => {
    setError(null);
    try {
      const found = await client.fetchQuery(getGetSubmissionQueryOptions(id));
      onTaken({ data: answersOf(found), reference: found.reference });
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      setError(failure);
    }
  };
  return { take, error };
}

/** Its answers as they can be sent again: without what is masked, stored with more, or computed. */
function answersOf({ data, sensitive, asked }: SubmissionDetailOut): Answers {
  const kinds = new Map(asked.map(({ key, kind }) => [key, kind]));
  const kept = Object.entries(data).filter(
    ([key]) => !sensitive.includes(key) && !LEFT_OUT.has(kinds.get(key) ?? ''),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, kinds.get(key) === 'consent' ? true : value]),
  );
}

const LEFT_OUT = new Set(['calculated', 'file']);
