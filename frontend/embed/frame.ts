import { messageOf, type Message } from './messages';

/**
 * Runs in a form that stands in a frame: tells the page around it how high it is, once that page
 * has said hello from an origin that the form allows. Nothing is told to any other.
 */
function begin(): void {
  const root = document.getElementById('public-form');
  const origins = document.querySelector<HTMLMetaElement>('meta[name=waybill-origins]')?.content;
  if (!root || window.parent === window) return;
  if (window.origin === 'null') return sayClosed();
  const allowed = new Set([window.origin, ...(origins ?? '').split(' ')]);
  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== window.parent || !allowed.has(origin)) return;
    if (messageOf(data)?.waybill === 'hello') follow(root, origin);
  });
}

let following = false;

function follow(root: HTMLElement, origin: string): void {
  if (following) return;
  following = true;
  const tell = (message: Message) => window.parent.postMessage(message, origin);
  let sent = false;
  new ResizeObserver(() => {
    tell({ waybill: 'size', height: Math.ceil(root.getBoundingClientRect().height) });
    if (sent || !root.querySelector('[data-sent]')) return;
    sent = true;
    tell({ waybill: 'sent' });
  }).observe(root);
}

/** A frame that hides its origin: nothing can be sent from it. */
function sayClosed(): void {
  document.querySelector('[data-closed]')?.removeAttribute('hidden');
}

begin();
