import { keepPreviousData, useQueryClient } from '@tanstack/react-query';
import {
  getCountAlertsQueryKey,
  getListAlertsQueryKey,
  useAcknowledgeAlert,
  useCountAlerts,
  useGetAlert,
  useListAlerts,
  useSilenceAlert,
} from '@/lib/api/endpoints/alerts/alerts';
import type { AlertKind } from '@/lib/api/model';
import { useTold } from './use-told';

const LOOK_EVERY = 15_000;
const PAGE = 25;

export type Chosen = { open: boolean; kind: AlertKind | null; cursor: string | null };

/** One page of alerts, newest first. */
export function useAlerts({ open, kind, cursor }: Chosen) {
  return useListAlerts(
    {
      open,
      limit: PAGE,
      ...(kind ? { kind } : {}),
      ...(cursor ? { cursor } : {}),
      ...useTold(),
    },
    { query: { placeholderData: keepPreviousData, refetchInterval: LOOK_EVERY } },
  );
}

/** How many of each kind are open. */
export function useAlertCounts() {
  return useCountAlerts({ query: { refetchInterval: LOOK_EVERY } });
}

/** One alert that a link led to. */
export function useAlert(id: string | null) {
  return useGetAlert(id ?? '', useTold(), { query: { enabled: id !== null } });
}

/** What a person answers to an alert. */
export function useAnswer() {
  const queries = useQueryClient();
  const told = useTold();
  const mutation = {
    onSettled: () =>
      Promise.all(
        [getListAlertsQueryKey(), getCountAlertsQueryKey()].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  };
  const acknowledge = useAcknowledgeAlert({ mutation });
  const silence = useSilenceAlert({ mutation });
  return { acknowledge, silence, told };
}
