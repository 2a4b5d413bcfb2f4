import { keepPreviousData } from '@tanstack/react-query';
import {
  useGetConnection,
  useGetConnectionHistory,
  useListConnectionErrors,
  useListConnections,
  useListConnectionUses,
} from '@/lib/api/endpoints/connections/connections';

const PAGE_SIZE = 50;
const REFRESH_EVERY = 5_000;
const REFRESH_SLOWLY = 15_000;

/** One page of the organization's connections with their health, those made last first. */
export function useConnections(cursor: string | null) {
  return useListConnections(
    { limit: PAGE_SIZE, ...(cursor ? { cursor } : {}) },
    { query: { placeholderData: keepPreviousData, refetchInterval: REFRESH_EVERY } },
  );
}

/** One connection by its slug or its id, as it is from second to second. */
export function useConnection(name: string) {
  return useGetConnection(name, {
    query: { enabled: name !== '', refetchInterval: REFRESH_EVERY },
  });
}

/** What happened to it, from a moment back. Its newest page follows what happens. */
export function useHistory(name: string, before: string | null) {
  return useGetConnectionHistory(
    name,
    { limit: 20, ...(before ? { before } : {}) },
    {
      query: {
        placeholderData: keepPreviousData,
        ...(before ? {} : { refetchInterval: REFRESH_SLOWLY }),
      },
    },
  );
}

/** What went wrong on it lately. */
export function useErrors(name: string) {
  return useListConnectionErrors(name, { query: { refetchInterval: REFRESH_SLOWLY } });
}

/** The workflows that use it. */
export function useUses(name: string) {
  return useListConnectionUses(name);
}
