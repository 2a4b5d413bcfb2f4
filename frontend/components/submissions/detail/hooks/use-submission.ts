import { useQueryClient } from '@tanstack/react-query';
import {
  getGetSubmissionQueryKey,
  useGetSubmission,
} from '@/lib/api/endpoints/submissions/submissions';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { isTerminal } from '@/lib/words/catalogues/states/states';
import { useLive } from '@/lib/hooks/work/use-live';
import { language } from '@/lib/words/languages';

const POLL_EVERY = 5_000;

/** An event stream sends no header of ours, so its address says the language. */
const streamOf = (id: string) =>
  `/stream/submissions/${encodeURIComponent(id)}?language=${language()}`;

/** One submission as an operator sees it, with every attempt; live like `useTracking`. */
export function useSubmission(id: string | undefined) {
  const client = useQueryClient();
  const key = getGetSubmissionQueryKey(id ?? '');
  const known = client.getQueryData<SubmissionDetailOut>(key);
  const settled = known !== undefined && isTerminal(known.status);
  const liveness = useLive<SubmissionDetailOut>({
    url: id && known && !settled ? streamOf(id) : null,
    onSnapshot: (snapshot) => client.setQueryData(key, snapshot),
  });
  const query = useGetSubmission(id ?? '', {
    query: {
      enabled: Boolean(id),
      refetchInterval: (current) =>
        liveness === 'polling' && !(current.state.data && isTerminal(current.state.data.status))
          ? POLL_EVERY
          : false,
    },
  });
  return { ...query, liveness };
}
