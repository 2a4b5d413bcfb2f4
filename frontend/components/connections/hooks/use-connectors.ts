import { useListConnectors } from '@/lib/api/endpoints/connectors/connectors';

const FRESH_FOR = 600_000;

/** Every kind of system that can be connected; they change only with a release. */
export function useConnectors() {
  return useListConnectors({ query: { staleTime: FRESH_FOR } });
}

/** One kind of system by its name; undefined while it is not known, or not there. */
export function useConnector(name: string | undefined) {
  const { data, isPending } = useConnectors();
  return { connector: data?.items.find((each) => each.name === name), isPending };
}
