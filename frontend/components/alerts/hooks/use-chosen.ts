import { useRouter } from 'next/router';
import { AlertKind } from '@/lib/api/model';
import type { Chosen } from './use-alerts';
import { useQueryReady } from '@/lib/hooks/use-query-ready';

const KINDS = new Set<string>(Object.values(AlertKind));

/** Which alerts are listed: it lives in the address. `alert`: the one that a link is about. */
export function useChosen() {
  const router = useRouter();
  const ready = useQueryReady();
  const { show, kind, cursor, alert } = router.query;
  const chosen: Chosen = {
    open: show !== 'history',
    kind: typeof kind === 'string' && KINDS.has(kind) ? (kind as AlertKind) : null,
    cursor: typeof cursor === 'string' ? cursor : null,
  };

  function change(next: Partial<Chosen>) {
    const { open, kind: only, cursor: at } = { ...chosen, cursor: null, ...next };
    const query = {
      ...(open ? {} : { show: 'history' }),
      ...(only ? { kind: only } : {}),
      ...(at ? { cursor: at } : {}),
    };
    const go = 'cursor' in next ? router.push : router.replace;
    void go({ pathname: '/alerts', query }, undefined, { shallow: true, scroll: 'cursor' in next });
  }

  return { chosen, alert: typeof alert === 'string' ? alert : null, change, ready };
}
