import { tag } from '../languages';

const KILO = 1024;

/** "12 kB", "3.4 MB". */
export function fileSize(bytes: number): string {
  return bytes < KILO * KILO
    ? `${Math.max(1, Math.round(bytes / KILO))} kB`
    : `${(bytes / KILO / KILO).toLocaleString(tag(), { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`;
}
