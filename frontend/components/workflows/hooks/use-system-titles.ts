import { useListConnectors } from '@/lib/api/endpoints/connectors/connectors';

/** What kinds of systems are called, by the name that the API gives them. */
export function useSystemTitles(): (connector: string) => string {
  const { data } = useListConnectors({ query: { staleTime: Infinity } });
  return (connector) => data?.items.find(({ name }) => name === connector)?.title ?? connector;
}
