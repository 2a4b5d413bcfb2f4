const KILO = 1024;

/** "12 kB", "3.4 MB", "10 GB", with the number as the language writes it. */
export function fileSize(bytes: number, language: string): string {
  const kilo = bytes / KILO;
  const [amount, unit] =
    kilo >= KILO * KILO
      ? [kilo / KILO / KILO, 'GB']
      : kilo >= KILO
        ? [kilo / KILO, 'MB']
        : [Math.max(1, Math.round(kilo)), 'kB'];
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return `${number.format(amount)}\u00a0${unit}`;
}
