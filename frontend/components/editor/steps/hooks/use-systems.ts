import { useMemo } from 'react';
import type { ActionOut, ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { useAllConnections } from '@/lib/hooks/use-all-connections';
import { useConnectorKinds } from '@/lib/hooks/use-connector-kinds';
import { actionIn, slugIn } from '../model/use';

const NONE: never[] = [];

export type Systems = {
  connections: ConnectionOut[];
  /** The action of a step's `use`, such as `erp/party.upsert`. */
  actionOf: (use: string) => ActionOut | undefined;
  /** What kind of system a connection is, by the connection's slug. */
  connectorOf: (slug: string) => ConnectorOut | undefined;
  connectionOf: (slug: string) => ConnectionOut | undefined;
  isPending: boolean;
  /** Why they are not known. */
  error: unknown;
  refetch: () => void;
};

/** The systems that the organization has connected, and what each can do. */
export function useSystems(): Systems {
  const connections = useAllConnections();
  const connectors = useConnectorKinds();
  const connected = connections.data ?? NONE;
  const kinds = connectors.data?.items ?? NONE;
  const known = useMemo(() => {
    const bySlug = new Map(connected.map((each) => [each.slug, each]));
    const byName = new Map(kinds.map((each) => [each.name, each]));
    const connectionOf = (slug: string) => bySlug.get(slug);
    const connectorOf = (slug: string) => byName.get(bySlug.get(slug)?.connector ?? '');
    const actionOf = (use: string) =>
      connectorOf(slugIn(use))?.actions.find(({ name }) => name === actionIn(use));
    return { connections: connected, connectionOf, connectorOf, actionOf };
  }, [connected, kinds]);
  const isPending = connections.isPending || connectors.isPending;
  const failed = [connections, connectors].find(({ isError, data }) => isError && !data);
  const error = failed?.error ?? null;
  const { refetch: lookAgain } = connections;
  const { refetch: lookAgainAtKinds, isError: kindsFailed } = connectors;
  return useMemo(() => {
    const refetch = () => {
      void lookAgain();
      if (kindsFailed) void lookAgainAtKinds();
    };
    return { ...known, isPending, error, refetch };
  }, [known, isPending, error, lookAgain, lookAgainAtKinds, kindsFailed]);
}
