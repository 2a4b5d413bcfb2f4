import { useQuery } from '@tanstack/react-query';
import { fetcher } from '@/lib/http/fetcher';
import type { Work } from './use-background-work';

/** What every address of such work tells. */
export type WorkState = {
  finished_at: string | null;
  status: string;
  total?: number;
  done?: number;
  refused?: number;
};

const EVERY = 4_000;

/** How far some work is, asked again and again until it is over. */
export function useWorkState({ address }: Work) {
  return useQuery({
    queryKey: ['work', address],
    queryFn: () => fetcher<WorkState>(address),
    refetchInterval: ({ state }) => (state.data?.finished_at ? false : EVERY),
  });
}
