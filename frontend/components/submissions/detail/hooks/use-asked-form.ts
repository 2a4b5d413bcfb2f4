import { useGetSubmissionForm } from '@/lib/api/endpoints/submissions/submissions';

/** The questions that a submission answered, in its own version. They never change. */
export function useAskedForm(submissionId: string) {
  return useGetSubmissionForm(submissionId, { query: { staleTime: 60_000 } });
}
