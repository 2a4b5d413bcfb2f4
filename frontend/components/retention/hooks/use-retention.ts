import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import {
  getListRetentionQueryKey,
  useListRetention,
  usePreviewRetention,
  usePreviewWorkflowRetention,
  useSetRetention,
  useSetWorkflowRetention,
} from '@/lib/api/endpoints/privacy/privacy';

const PAGE_SIZE = 100;

/** How long submissions are kept, with a page of workflows, newest first. */
export function useRetention(cursor: string | null) {
  return useListRetention(
    { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) },
    { query: { placeholderData: keepPreviousData } },
  );
}

/** What a time would delete; not asked for while there is none. */
export function useRetentionPreview(workflow: string | null, days: number | null) {
  const tried = { days: days ?? 1 };
  const query = (enabled: boolean) => ({ query: { enabled, gcTime: 0 } });
  const ofAll = usePreviewRetention(tried, query(days !== null && workflow === null));
  const ofOne = usePreviewWorkflowRetention(
    workflow ?? '',
    tried,
    query(days !== null && workflow !== null),
  );
  return workflow === null ? ofAll : ofOne;
}

/** Saying it, for the organization and for one workflow. */
export function useRetentionChanges() {
  const client = useQueryClient();
  const mutation = {
    onSuccess: () => client.invalidateQueries({ queryKey: getListRetentionQueryKey() }),
  };
  return {
    ofOrganization: useSetRetention({ mutation }),
    ofWorkflow: useSetWorkflowRetention({ mutation }),
  };
}
