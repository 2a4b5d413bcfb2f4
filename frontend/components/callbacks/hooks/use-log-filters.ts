import { useRouter } from 'next/router';
import { CallbackStatus } from '@/lib/api/model';
import type { LogFilters } from './use-log';
import { useQueryReady } from '@/lib/hooks/use-query-ready';

const STATUSES = new Set<string>(Object.values(CallbackStatus));

/** Which callbacks are listed, and which is open: it lives in the address. */
export function useLogFilters(endpoint: string | null) {
  const router = useRouter();
  const ready = useQueryReady();
  const text = (name: string) => {
    const value = router.query[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const status = text('status');
  const filters: LogFilters = {
    endpoint: endpoint ?? text('endpoint'),
    status: status !== null && STATUSES.has(status) ? (status as CallbackStatus) : null,
    kind: text('kind'),
    cursor: text('cursor'),
  };
  const open = text('callback');

  function change(next: Partial<LogFilters & { callback: string | null }>) {
    const merged = { ...filters, callback: null, cursor: null, ...next };
    const { endpoint: only, ...rest } = merged;
    const query = Object.fromEntries(
      Object.entries(
        endpoint === null ? { endpoint: only, ...rest } : { id: endpoint, ...rest },
      ).filter(([, value]) => value !== null),
    );
    const go = 'cursor' in next || 'callback' in next ? router.push : router.replace;
    void go({ pathname: router.pathname, query }, undefined, { shallow: true, scroll: false });
  }

  return { filters, open, change, ready };
}
