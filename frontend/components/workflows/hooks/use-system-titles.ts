import { useListConnectors } from '@/lib/api/endpoints/connectors/connectors';

/** What kinds of systems are called, by the name that the API gives them. */
export function useSystemTitles(): (connector: string) => string {
  const { data } = useListConnectors({ query: { staleTime: Infinity } });
  return (connector) => data?.items.find(({ name }) => name === connector)?.title ?? connector;
}

/** What the actions of systems are called; undefined while nobody knows. */
export function useActionTitles(): (connector: string, action: string) => string | undefined {
  const { data } = useListConnectors({ query: { staleTime: Infinity } });
  return (connector, action) =>
    data?.items.find(({ name }) => name === connector)?.actions.find(({ name }) => name === action)
      ?.title;
}
