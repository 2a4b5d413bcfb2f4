const KILO = 1024;

/** "12 kB", "3.4 MB", with the number as the language writes it. */
export function fileSize(bytes: number, language: string): string {
  const large = bytes >= KILO * KILO;
  const amount = large ? bytes / KILO / KILO : Math.max(1, Math.round(bytes / KILO));
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: large ? 1 : 0 });
  return `${number.format(amount)}\u00a0${large ? 'MB' : 'kB'}`;
}
