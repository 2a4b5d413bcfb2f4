/** jsdom has no EventSource. This one does nothing until the test says that something happened. */
export class SilentEventSource extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static opened: SilentEventSource[] = [];

  readyState: number = SilentEventSource.CONNECTING;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    SilentEventSource.opened.push(this);
  }

  static get latest(): SilentEventSource {
    const source = SilentEventSource.opened.at(-1);
    if (!source) throw new Error('No stream was opened.');
    return source;
  }

  connect(): void {
    this.readyState = SilentEventSource.OPEN;
    this.onopen?.();
  }

  snapshot(data: unknown): void {
    this.dispatchEvent(new MessageEvent('snapshot', { data: JSON.stringify(data) }));
  }

  refuse(): void {
    this.readyState = SilentEventSource.CLOSED;
    this.onerror?.();
  }

  close(): void {
    this.readyState = SilentEventSource.CLOSED;
  }
}
