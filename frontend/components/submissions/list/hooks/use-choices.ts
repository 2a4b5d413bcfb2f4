import { useListConnections } from '@/lib/api/endpoints/connections/connections';
import { useListMembers } from '@/lib/api/endpoints/members/members';
import { useListWorkflows } from '@/lib/api/endpoints/workflows/workflows';

export type Choice = { value: string; label: string };

const KEPT = { query: { staleTime: 60_000 } };

export type Choices = { workflows: Choice[]; connections: Choice[]; members: Choice[] };

/** The organization's workflows, connections and members, to filter by. */
export function useChoices(): Choices {
  const workflows = useListWorkflows({ limit: 100 }, KEPT);
  const connections = useListConnections({ limit: 100 }, KEPT);
  const members = useListMembers({ limit: 100 }, KEPT);
  return {
    members: (members.data?.items ?? []).map(({ id, name, email }) => ({
      value: id,
      label: name || email,
    })),
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
