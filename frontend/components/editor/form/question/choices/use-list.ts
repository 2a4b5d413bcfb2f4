import { useGetConnectionList } from '@/lib/api/endpoints/connections/connections';

/** What a list of a connection has, as its form would offer it. */
export const useList = (connection: string, list: string) =>
  useGetConnectionList(connection, list, undefined, { query: { retry: false } });
