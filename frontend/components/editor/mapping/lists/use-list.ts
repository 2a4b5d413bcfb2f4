import { keepPreviousData } from '@tanstack/react-query';
import { useGetConnectionList } from '@/lib/api/endpoints/connections/connections';

const SHOWN = 50;

/** What a connected system has in one of its lists, as far as it is searched. */
export const useList = (connection: string, list: string, search: string) =>
  useGetConnectionList(
    connection,
    list,
    { limit: SHOWN, ...(search.trim() !== '' && { search: search.trim() }) },
    { query: { placeholderData: keepPreviousData, staleTime: 60_000 } },
  );
