import { useListConnections } from '@/lib/api/endpoints/connections/connections';
import { useListConnectors } from '@/lib/api/endpoints/connectors/connectors';

/** The systems that the organization has connected, and what each can do. */
export function useSystems() {
  const connections = useListConnections({ limit: 100 });
  const connectors = useListConnectors({ query: { staleTime: Infinity } });
  const connected = connections.data?.items ?? [];
  const connectorOf = (slug: string) => {
    const kind = connected.find((each) => each.slug === slug)?.connector;
    return connectors.data?.items.find(({ name }) => name === kind);
  };
  const actionOf = (use: string) => {
    const [slug = '', action] = use.split('/');
    return connectorOf(slug)?.actions.find(({ name }) => name === action);
  };
  const isPending = connections.isPending || connectors.isPending;
  return { connections: connected, connectorOf, actionOf, isPending };
}
