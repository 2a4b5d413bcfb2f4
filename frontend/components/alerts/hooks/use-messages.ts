import { keepPreviousData } from '@tanstack/react-query';
import { useListAlertMessages, useTestAlertRoute } from '@/lib/api/endpoints/alerts/alerts';
import type { AlertMessageOut } from '@/lib/api/model';

const LOOK_EVERY = 10_000;
const WATCH_EVERY = 1_000;
const PAGE = 25;

export type Told = { route: string | null; alert: string | null; cursor: string | null };

/** One page of the messages that were sent or wait to be, newest first. */
export function useMessages({ route, alert, cursor }: Told) {
  return useListAlertMessages(
    {
      limit: PAGE,
      ...(route ? { route } : {}),
      ...(alert ? { alert } : {}),
      ...(cursor ? { cursor } : {}),
    },
    { query: { placeholderData: keepPreviousData, refetchInterval: LOOK_EVERY } },
  );
}

/** Sends a test by a route, and follows it until its first try has ended. */
export function useTestRoute(route: string) {
  const test = useTestAlertRoute();
  const sent = test.data;
  const log = useListAlertMessages(
    { route, limit: 5 },
    {
      query: {
        enabled: sent !== undefined,
        refetchInterval: ({ state }) =>
          sent && isTried(found(state.data?.items, sent)) ? false : WATCH_EVERY,
      },
    },
  );
  return {
    send: () => test.mutate({ routeId: route }),
    sending: test.isPending,
    error: test.error,
    message: sent && (found(log.data?.items, sent) ?? sent),
  };
}

/** Whether a first try has ended, whatever it came to. */
export const isTried = (message: AlertMessageOut | undefined): boolean =>
  message !== undefined && message.attempts.length > 0;

function found(items: AlertMessageOut[] | undefined, sent: AlertMessageOut) {
  return items?.find(({ id }) => id === sent.id);
}
