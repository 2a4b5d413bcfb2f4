import { useQueryClient } from '@tanstack/react-query';
import {
  getGetSubmissionQueryKey,
  getListSubmissionsQueryKey,
  useAssignSubmission,
  useCancelSubmission,
  useResolveStep,
  useResumeSubmission,
  useRetrySubmission,
} from '@/lib/api/endpoints/submissions/submissions';
import type { SubmissionDetailOut } from '@/lib/api/model';

/** What an operator may do with a submission. Each answer is the new state, shown at once. */
export function useOperate(id: string) {
  const client = useQueryClient();
  const show = (submission: SubmissionDetailOut) => {
    client.setQueryData(getGetSubmissionQueryKey(submission.id), submission);
    void client.invalidateQueries({ queryKey: getListSubmissionsQueryKey() });
  };
  const refresh = () => void client.invalidateQueries({ queryKey: getGetSubmissionQueryKey(id) });
  const mutation = { onSuccess: show, onError: refresh };
  return {
    cancel: useCancelSubmission({ mutation }),
    retry: useRetrySubmission({ mutation }),
    assign: useAssignSubmission({ mutation }),
    resume: useResumeSubmission({
      mutation: {
        onSuccess: (made) => {
          show(made);
          refresh();
        },
      },
    }),
    resolve: useResolveStep({ mutation }),
  };
}
