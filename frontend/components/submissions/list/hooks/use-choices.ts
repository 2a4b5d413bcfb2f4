import { useListConnections } from '@/lib/api/endpoints/connections/connections';
import { useListWorkflows } from '@/lib/api/endpoints/workflows/workflows';

export type Choice = { value: string; label: string };

const KEPT = { query: { staleTime: 60_000 } };

/** The organization's workflows and connections, to filter by. */
export function useChoices(): { workflows: Choice[]; connections: Choice[] } {
  const workflows = useListWorkflows({ limit: 100 }, KEPT);
  const connections = useListConnections({ limit: 100 }, KEPT);
  return {
    workflows: (workflows.data?.items ?? []).map(({ slug, name }) => ({
      value: slug,
      label: name,
    })),
    connections: (connections.data?.items ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  };
}
