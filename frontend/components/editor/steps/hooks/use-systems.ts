import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  getListConnectionsQueryKey,
  listConnections,
} from '@/lib/api/endpoints/connections/connections';
import { useListConnectors } from '@/lib/api/endpoints/connectors/connectors';
import type { ActionOut, ConnectionOut, ConnectorOut } from '@/lib/api/model';

const PAGE_SIZE = 100;

async function allConnections(signal: AbortSignal): Promise<ConnectionOut[]> {
  const found: ConnectionOut[] = [];
  let cursor: string | null = null;
  do {
    const page = await listConnections(
      { limit: PAGE_SIZE, ...(cursor !== null && { cursor }) },
      { signal },
    );
    found.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor);
  return found;
}

export type Systems = {
  connections: ConnectionOut[];
  /** The action of a step's `use`, such as `erp/party.create`. */
  actionOf(use: string): ActionOut | undefined;
  /** The connector of a connection. */
  connectorOf(slug: string): ConnectorOut | undefined;
  isPending: boolean;
};

/** The connections of the organization, and what they can do. */
export function useSystems(): Systems {
  const connections = useQuery({
    queryKey: [...getListConnectionsQueryKey(), 'all'],
    queryFn: ({ signal }) => allConnections(signal),
    staleTime: 60_000,
  });
  const connectors = useListConnectors({ query: { staleTime: Infinity } });
  return useMemo(() => {
    const known = connections.data ?? [];
    const connectorOf = (slug: string) => {
      const connection = known.find((each) => each.slug === slug);
      return connectors.data?.items.find(({ name }) => name === connection?.connector);
    };
    const actionOf = (use: string) => {
      const [slug = '', action = ''] = use.split('/');
      return connectorOf(slug)?.actions.find(({ name }) => name === action);
    };
    return {
      connections: known,
      actionOf,
      connectorOf,
      isPending: connections.isPending || connectors.isPending,
    };
  }, [connections.data, connections.isPending, connectors.data, connectors.isPending]);
}
