import type { FormEntryOut, FormOut } from '@/lib/api/model';

/** What the editor says to the form that it shows. */
export type ToForm =
  | { waybill: 'form'; form: FormOut }
  | { waybill: 'found'; id: number; items: FormEntryOut[]; message: string };

/** What a form that is shown by the editor says to it. */
export type FromForm =
  | { waybill: 'ready' }
  | { waybill: 'answers'; data: Record<string, unknown> }
  | { waybill: 'language'; language: string }
  /** Somebody would have sent it. */
  | { waybill: 'sent' }
  /** Choices of a connected system for a question (`lines.part`); `found` answers it. */
  | { waybill: 'sought'; id: number; path: string; search: string };

/** The message of another window of our own origin; null for every other. */
export function heard<Message extends ToForm | FromForm>(
  { origin, source, data }: MessageEvent<unknown>,
  from: MessageEventSource | null | undefined,
): Message | null {
  if (origin !== window.location.origin || !from || source !== from) return null;
  const said = typeof data === 'object' && data !== null && 'waybill' in data;
  return said ? (data as Message) : null;
}
