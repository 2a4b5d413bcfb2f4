import { useQueryClient } from '@tanstack/react-query';
import {
  useArchiveWorkflow,
  useDeleteWorkflow,
  useDiscardDraft,
  useDuplicateWorkflow,
  usePublishWorkflow,
  useRenameWorkflow,
  useRestoreVersion,
} from '@/lib/api/endpoints/workflows/workflows';

const OF_WORKFLOWS = '/api/v1/workflows';

/** Asks anew for all that is shown of workflows. */
export function useRefreshWorkflows() {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey: [first] }) =>
        typeof first === 'string' && first.startsWith(OF_WORKFLOWS),
    });
}

/** What can be done with a workflow. Whatever is shown of it follows. */
export function useWorkflowActions() {
  const refresh = useRefreshWorkflows();
  const mutation = { onSuccess: refresh };
  return {
    publish: usePublishWorkflow({ mutation }),
    discard: useDiscardDraft({ mutation }),
    restore: useRestoreVersion({ mutation }),
    archive: useArchiveWorkflow({ mutation }),
    // What is shown of the old name is left alone: it is gone, and the page goes on.
    rename: useRenameWorkflow(),
    duplicate: useDuplicateWorkflow({ mutation }),
    remove: useDeleteWorkflow(),
  };
}
