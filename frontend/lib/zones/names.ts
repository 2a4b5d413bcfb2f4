/** The zones of the IANA list, as the browser knows them, and the one that is kept already. */
export function zoneNames(kept: string | null): string[] {
  const known = new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(kept ? [kept] : [])]);
  return [...known].sort();
}
