import { useConnectorKinds } from '@/lib/hooks/use-connector-kinds';

/** What kinds of systems are called, by the name that the API gives them. */
export function useSystemTitles(): (connector: string) => string {
  const { data } = useConnectorKinds();
  return (connector) => data?.items.find(({ name }) => name === connector)?.title ?? connector;
}

/** What the actions of systems are called; undefined while nobody knows. */
export function useActionTitles(): (connector: string, action: string) => string | undefined {
  const { data } = useConnectorKinds();
  return (connector, action) =>
    data?.items.find(({ name }) => name === connector)?.actions.find(({ name }) => name === action)
      ?.title;
}
