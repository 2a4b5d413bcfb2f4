/** Where somebody was in the list: how far down, and at which row. */
export type Place = {
  y: number;
  row: string | null;
  /** How far below the upper edge of the window that row stood. */
  top: number;
};

const nameOf = (entry: string) => `waybill.submissions.place.${entry}`;

/** Next.js gives each entry of the history a key of its own; what is gone back to has it again. */
export function entryHere(): string | null {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : null;
}

export function placeHere(): Place {
  const row = document.activeElement?.closest<HTMLElement>('[data-row]');
  return {
    y: Math.round(window.scrollY),
    row: row?.dataset.row ?? null,
    top: row ? Math.round(row.getBoundingClientRect().top) : 0,
  };
}

export function keepPlace(entry: string, place: Place): void {
  try {
    sessionStorage.setItem(nameOf(entry), JSON.stringify(place));
  } catch {
    // A browser that keeps nothing begins at the top.
  }
}

export function keptPlace(entry: string): Place | null {
  try {
    const place: unknown = JSON.parse(sessionStorage.getItem(nameOf(entry)) ?? 'null');
    return isPlace(place) ? place : null;
  } catch {
    return null;
  }
}

export function forgetPlace(entry: string): void {
  try {
    sessionStorage.removeItem(nameOf(entry));
  } catch {
    // Nothing was kept.
  }
}

function isPlace(value: unknown): value is Place {
  if (typeof value !== 'object' || value === null) return false;
  const { y, row, top } = value as Partial<Place>;
  return Number.isFinite(y) && Number.isFinite(top) && (row === null || typeof row === 'string');
}
