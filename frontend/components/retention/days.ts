/** Waybill keeps no time longer than this. */
export const MOST_DAYS = 32_767;

/** The days somebody typed, or null where they make no sense. */
export function typedDays(text: string): number | null {
  const days = Number(text);
  return Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : null;
}
