import { useMe } from '@/lib/hooks/person/use-me';

/** What the signed-in person may do with connections; nothing until it is known. */
export function useAllowed() {
  const { data } = useMe();
  const may = (permission: string) => (data?.permissions ?? []).some((each) => each === permission);
  return {
    known: data !== undefined,
    role: data?.role ?? null,
    organization: data?.organization.id ?? null,
    operates: may('connections:operate'),
    manages: may('connections:manage'),
    seesSubmissions: may('submissions:read'),
    seesWorkflows: may('workflows:read'),
  };
}
