import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  getGetSubmissionQueryKey,
  getListSubmissionsQueryKey,
  usePreviewReplay,
  useReplaySubmission,
} from '@/lib/api/endpoints/submissions/submissions';

/** What sending a submission once more would do, and doing it: once for as long as this is open. */
export function useReplay(submissionId: string) {
  const client = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  const preview = usePreviewReplay(submissionId, { query: { staleTime: 0, gcTime: 0 } });
  const replay = useReplaySubmission({
    request: { headers: { 'Idempotency-Key': key } },
    mutation: {
      onSuccess: (made) => {
        client.setQueryData(getGetSubmissionQueryKey(made.id), made);
        void client.invalidateQueries({ queryKey: getGetSubmissionQueryKey(submissionId) });
        void client.invalidateQueries({ queryKey: getListSubmissionsQueryKey() });
      },
    },
  });
  return { preview, replay };
}
