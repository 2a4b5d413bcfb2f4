import { messageOf } from './messages';
import { linkTo, type Place } from './place';

const FIRST_HEIGHT = 640;
const MOST_HEIGHT = 50_000;
/** How long a loaded frame may stay silent before the page offers a link as well. */
const PATIENCE_MS = 4_000;

/**
 * A frame with the form in it. It takes the height that the form tells; a form that this page may
 * not embed tells nothing, and a link to it is put below.
 */
export function frameFor(place: Place): HTMLIFrameElement {
  const { element, address, title } = place;
  const frame = document.createElement('iframe');
  const embedded = new URL(address);
  embedded.searchParams.set('embed', '1');
  frame.title = title;
  frame.src = embedded.href;
  Object.assign(frame.style, { width: '100%', height: `${FIRST_HEIGHT}px`, border: '0' });
  let heard = false;

  window.addEventListener('message', ({ source, origin, data }) => {
    if (source !== frame.contentWindow || origin !== address.origin) return;
    const message = messageOf(data);
    if (message?.waybill === 'size' && Number.isFinite(message.height)) {
      heard = true;
      frame.style.height = `${Math.min(Math.max(message.height, 0), MOST_HEIGHT)}px`;
    }
    if (message?.waybill === 'sent')
      element.dispatchEvent(new CustomEvent('waybill:sent', { bubbles: true }));
  });
  frame.addEventListener('load', () => {
    // A frame that another origin took over, or that hides its own, is not spoken to.
    frame.contentWindow?.postMessage({ waybill: 'hello' }, address.origin);
    setTimeout(() => {
      if (!heard && frame.isConnected) frame.after(linkTo(place));
      heard = true;
    }, PATIENCE_MS);
  });
  return frame;
}
