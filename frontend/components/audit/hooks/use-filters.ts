import { useRouter } from 'next/router';
import type { ListAuditParams } from '@/lib/api/model';
import { startOfDay } from '@/lib/zones/days';
import { useQueryReady } from '@/lib/hooks/use-query-ready';

export type AuditFilters = {
  action: string;
  actor: string;
  text: string;
  object: string;
  from: string;
  to: string;
  cursor: string | null;
  entry: string | null;
};

const NAMES = ['action', 'actor', 'text', 'object', 'from', 'to'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const PAGE_SIZE = 50;

/** The filters live in the address, so that a list can be shared, reloaded and gone back to. */
export function useAuditFilters() {
  const router = useRouter();
  const ready = useQueryReady();
  const filters = read(router.query);

  /** Changing a filter starts again at the first page; pages and entries add to the history. */
  function change(next: Partial<AuditFilters>) {
    const merged = { ...filters, cursor: null, entry: null, ...next };
    const target = { pathname: '/settings/audit', query: toQuery(merged) };
    const turns = 'cursor' in next || 'entry' in next;
    const go = turns ? router.push : router.replace;
    void go(target, undefined, { shallow: true, scroll: 'cursor' in next });
  }

  return { filters, change, ready };
}

/** What the API is asked for. Days are the reader's own, and the last one counts as a whole. */
export function toParams(filters: AuditFilters): ListAuditParams {
  return {
    ...toExport(filters),
    limit: PAGE_SIZE,
    ...(filters.cursor ? { cursor: filters.cursor } : {}),
  };
}

export function toExport({ action, actor, text, object, from, to }: AuditFilters) {
  return {
    ...(action ? { action } : {}),
    ...(actor ? { actor } : {}),
    ...(text ? { text } : {}),
    ...(object ? { object_id: object } : {}),
    ...(from ? { from: startOfDay(from, 0) } : {}),
    ...(to ? { before: startOfDay(to, 1) } : {}),
  };
}

export function narrowed(filters: AuditFilters): boolean {
  return NAMES.some((name) => filters[name] !== '');
}

function read(query: Record<string, string | string[] | undefined>): AuditFilters {
  const text = (name: string) => {
    const value = query[name];
    return typeof value === 'string' ? value : '';
  };
  const day = (name: string) => (DAY.test(text(name)) ? text(name) : '');
  return {
    action: text('action'),
    actor: text('actor'),
    text: text('text'),
    object: text('object'),
    from: day('from'),
    to: day('to'),
    cursor: text('cursor') || null,
    entry: text('entry') || null,
  };
}

function toQuery(filters: AuditFilters): Record<string, string> {
  const query: Record<string, string> = {};
  for (const name of [...NAMES, 'cursor', 'entry'] as const) {
    const value = filters[name];
    if (value) query[name] = value;
  }
  return query;
}
