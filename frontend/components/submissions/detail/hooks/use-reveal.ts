import { useRevealSubmission } from '@/lib/api/endpoints/submissions/submissions';

/**
 * The sensitive answers of a submission, for somebody who may see them and asks. They live in this
 * component alone, never in the cache of queries; asking again is another entry in the audit log.
 */
export function useReveal(submissionId: string) {
  const reveal = useRevealSubmission({ mutation: { gcTime: 0 } });
  return {
    answers: reveal.data,
    error: reveal.error,
    asking: reveal.isPending,
    show: () => reveal.mutate({ submissionId }),
    hide: reveal.reset,
  };
}
