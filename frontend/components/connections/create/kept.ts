import type { ConnectionDraft } from '../inputs/connection-form';

/** What was filled in of a connection that is not made yet, without its secrets. */
export type Kept = { connector: string; values: ConnectionDraft };

const keyOf = (organization: string) => `waybill.new-connection.${organization}`;

/** What this browser keeps for the organization; null where there is nothing to go on with. */
export function readKept(organization: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(organization)) ?? 'null');
    return isKept(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function keep(organization: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(organization));
    else localStorage.setItem(keyOf(organization), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing still makes connections.
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { connector, values } = value as Partial<Kept>;
  return (
    typeof connector === 'string' &&
    typeof values === 'object' &&
    ['name', 'slug'].every((key) => typeof Reflect.get(values, key) === 'string') &&
    ['settings', 'credentials'].every((key) => typeof Reflect.get(values, key) === 'object')
  );
}
