import { useMutation, useQuery } from '@tanstack/react-query';
import {
  diffWorkflow,
  getDraft,
  getLiveVersion,
  getWorkflow,
  publishWorkflow,
} from '@/lib/api/endpoints/workflows/workflows';
import type {
  DifferenceOut,
  DraftOut,
  FaultOut,
  VersionDetailOut,
  WorkflowOut,
} from '@/lib/api/model';
import type { ApiError } from '@/lib/http/api-error';
import { checkDocument } from '../hooks/use-making';
import { useRefreshWorkflows } from '../hooks/use-workflow-actions';

/** What would become live. `difference` null: nothing is live, or the draft cannot be read. */
export type Prospect = {
  workflow: WorkflowOut;
  draft: DraftOut;
  live: VersionDetailOut | null;
  difference: DifferenceOut | null;
  faults: FaultOut[];
};

/** What publishing the draft would mean, asked anew each time. */
export function useProspect(slug: string, tag: string | undefined) {
  return useQuery<Prospect, ApiError>({
    queryKey: ['publishing', slug, tag],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => {
      const [workflow, draft] = await Promise.all([getWorkflow(slug), getDraft(slug)]);
      const isLive = workflow.version !== null;
      const [{ faults }, live, difference] = await Promise.all([
        checkDocument(draft.document),
        isLive ? getLiveVersion(slug) : null,
        isLive && draft.definition ? diffWorkflow(slug, { before: 'live', after: 'draft' }) : null,
      ]);
      return { workflow, draft, live, difference, faults };
    },
  });
}

/** Publishes the draft as it was read, and no later one. */
export function usePublishing(slug: string) {
  const onSuccess = useRefreshWorkflows();
  return useMutation<VersionDetailOut, ApiError, { note: string; tag: string }>({
    mutationFn: ({ note, tag }) =>
      publishWorkflow(slug, { note }, { headers: { 'If-Match': tag } }),
    onSuccess,
  });
}
