import { keepPreviousData } from '@tanstack/react-query';
import { useListWorkflows } from '@/lib/api/endpoints/workflows/workflows';

const PAGE_SIZE = 50;

/** A page of the organization's workflows, newest first, with how each does. */
export function useWorkflows(cursor: string | null) {
  return useListWorkflows(
    { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) },
    { query: { placeholderData: keepPreviousData } },
  );
}
