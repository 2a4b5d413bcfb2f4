import { select, type EditorStore } from '../store/editor-store';
import { paneOf, type Place } from '../store/place';

const TRIES = 30;

/** Opens the part in which a place is edited, and puts the focus there as soon as it is drawn. */
export function goTo(store: EditorStore, place: Place, line: number | null = null): void {
  // While the document cannot be read in parts, its text is all there is.
  if (!store.getState().history.now.definition) {
    if (line !== null) store.setState({ wanted: { line } });
    return;
  }
  select(store, paneOf(place));
  store.setState({ view: 'parts', pane: isOfRoute(place) ? 'route' : 'edit' });
  let tries = TRIES;
  const look = () => {
    const found = fieldAt(place);
    if (found) return focus(found);
    if ((tries -= 1) > 0) requestAnimationFrame(look);
    else document.querySelector<HTMLElement>('[data-part]')?.focus();
  };
  requestAnimationFrame(look);
}

/** That there is no question or no step is put right on the route. */
const isOfRoute = (place: Place) => place === 'steps' || place === 'form.fields';

/** The control of a place, or of the nearest place around it. */
function fieldAt(place: Place): HTMLElement | null {
  const parts = place.split('.');
  if (isOfRoute(place)) return document.querySelector<HTMLElement>(`[data-adds="${place}"]`);
  for (let length = parts.length; length > 1; length -= 1) {
    const near = CSS.escape(parts.slice(0, length).join('.'));
    const found = document.querySelector<HTMLElement>(`[data-place="${near}"]`);
    if (found) return found;
  }
  return null;
}

function focus(element: HTMLElement): void {
  for (
    let each = element.closest('details');
    each;
    each = each.parentElement?.closest('details') ?? null
  )
    each.open = true;
  const inside = 'input, select, textarea, button, [contenteditable="true"], [tabindex]';
  const target = element.matches(inside) ? element : element.querySelector<HTMLElement>(inside);
  (target ?? element).focus();
  element.scrollIntoView({ block: 'center' });
}
