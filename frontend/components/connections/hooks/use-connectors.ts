import { useConnectorKinds } from '@/lib/hooks/use-connector-kinds';

/** One kind of system by its name; undefined while it is not known, or not there. */
export function useConnector(name: string | undefined) {
  const { data, isPending } = useConnectorKinds();
  return { connector: data?.items.find((each) => each.name === name), isPending };
}
