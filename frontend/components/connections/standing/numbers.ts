import { language } from '@/lib/words/languages';

/** "12,345", "0.5": as the language writes numbers. */
export const number = (value: number) =>
  new Intl.NumberFormat(language(), { maximumFractionDigits: 3 }).format(value);

/** "0.3 %". */
export const share = (value: number) =>
  new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 1 }).format(value);
