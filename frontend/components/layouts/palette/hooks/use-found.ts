import { useDebouncedValue } from '@mantine/hooks';
import { useListConnections } from '@/lib/api/endpoints/connections/connections';
import { useListSubmissions } from '@/lib/api/endpoints/submissions/submissions';
import { useListWorkflows } from '@/lib/api/endpoints/workflows/workflows';
import type { Permission } from '@/lib/api/model';
import { words as pages } from '@/lib/words/catalogues/pages';
import { matching, type Group } from '../entry';

const SETTLE = 200;
const SHORTEST = 2;
const FEW = 6;
const MANY = 100;

/** What the organization has that the query is about: submissions, workflows, connections. */
export function useFound(query: string, permissions: readonly Permission[]) {
  const [asked] = useDebouncedValue(query.trim(), SETTLE);
  const may = (permission: Permission) => permissions.includes(permission);
  const enabled = asked.length >= SHORTEST;
  const kept = { staleTime: 60_000 };

  const submissions = useListSubmissions(
    { q: asked, limit: FEW },
    { query: { enabled: enabled && may('submissions:read') } },
  );
  const workflows = useListWorkflows(
    { limit: MANY },
    { query: { ...kept, enabled: enabled && may('workflows:read') } },
  );
  const connections = useListConnections(
    { limit: MANY },
    { query: { ...kept, enabled: enabled && may('connections:read') } },
  );

  const groups: Group[] = [
    {
      label: pages.submissions,
      entries: (submissions.data?.items ?? []).map(({ id, reference, title, workflow }) => ({
        id,
        label: `${reference} ${title}`,
        description: workflow.name,
        href: `/submissions/${id}`,
      })),
    },
    {
      label: pages.workflows,
      entries: matching(
        (workflows.data?.items ?? []).map(({ slug, name }) => ({
          id: `workflow ${slug}`,
          label: name,
          href: `/workflows/${slug}`,
        })),
        asked,
      ).slice(0, FEW),
    },
    {
      label: pages.connections,
      entries: matching(
        (connections.data?.items ?? []).map(({ slug, name }) => ({
          id: `connection ${slug}`,
          label: name,
          href: `/connections/${slug}`,
        })),
        asked,
      ).slice(0, FEW),
    },
  ];
  const asking = [submissions, workflows, connections].some(({ isFetching }) => isFetching);
  return { groups: enabled ? groups : [], busy: asking || asked !== query.trim() };
}
