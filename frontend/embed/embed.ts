/**
 * Puts forms of Waybill into a page of another site:
 *
 *     <script src="https://waybill.example/embed.js" async></script>
 *     <div data-waybill-form="order"><a href="https://waybill.example/f/order">Order</a></div>
 *     <a data-waybill-popup="order" href="https://waybill.example/f/order">Order</a>
 *
 * Without this script both are plain links. See docs/guides/embedding.md.
 */
import { frameFor } from './frames';
import { placeOf } from './place';
import { popupFor } from './popup';

const script = document.currentScript as HTMLScriptElement | null;
const origin = script ? new URL(script.src).origin : '';
const done = new WeakSet<Element>();

/** Embeds all forms below an element that are not embedded yet. */
function embed(root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLElement>('[data-waybill-form]')) {
    const slug = element.dataset.waybillForm;
    if (!slug || done.has(element)) continue;
    done.add(element);
    element.replaceChildren(frameFor(placeOf(element, slug, origin)));
  }
  for (const element of root.querySelectorAll<HTMLElement>('[data-waybill-popup]')) {
    const slug = element.dataset.waybillPopup;
    if (!slug || done.has(element)) continue;
    done.add(element);
    const open = popupFor(placeOf(element, slug, origin));
    element.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
  }
}

declare global {
  interface Window {
    /** For pages that draw their elements later: `waybill.embed()`. */
    waybill?: { embed: typeof embed };
  }
}

window.waybill = { embed };
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => embed());
else embed();
