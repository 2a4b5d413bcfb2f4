import { useRouter } from 'next/router';
import { Period } from '@/lib/api/model';
import { useQueryReady } from '@/lib/hooks/use-query-ready';

/** What is counted: the time, and one workflow or one connection, by slug. */
export type View = { period: Period; workflow: string | null; connection: string | null };

const PERIODS = new Set<string>(Object.values(Period));

/** It lives in the address, so that a view can be shared, reloaded and gone back to. */
export function useView() {
  const router = useRouter();
  const ready = useQueryReady();
  const view = read(router.query);

  function change(next: Partial<View>) {
    const { period, workflow, connection } = { ...view, ...next };
    const query = {
      ...(period === Period.day ? {} : { period }),
      ...(workflow ? { workflow } : {}),
      ...(connection ? { connection } : {}),
    };
    void router.push({ pathname: '/overview', query }, undefined, { shallow: true });
  }

  return { view, change, ready };
}

function read({ period, workflow, connection }: Record<string, string | string[] | undefined>) {
  const text = (value: string | string[] | undefined) =>
    typeof value === 'string' && value !== '' ? value : null;
  const known = typeof period === 'string' && PERIODS.has(period);
  return {
    period: known ? (period as Period) : Period.day,
    workflow: text(workflow),
    connection: text(connection),
  };
}
