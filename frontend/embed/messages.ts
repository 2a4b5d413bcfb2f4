/** What the page around a form and the form in its frame say to each other. */
export type Message =
  /** The page follows the frame: it learns whose page it is in from the origin of this. */
  | { waybill: 'hello' }
  /** The form is so many pixels high. */
  | { waybill: 'size'; height: number }
  /** The answers arrived. */
  | { waybill: 'sent' };

/** A message of ours; null for everything else that comes to a window. */
export function messageOf(data: unknown): Message | null {
  return typeof data === 'object' && data !== null && 'waybill' in data ? (data as Message) : null;
}
