import type { Place } from '../../store/place';

/** The focus at the control of a place, in a language; what hides it is opened. */
export function focusPlace(place: Place, language?: string): HTMLElement | undefined {
  const controls = [...document.querySelectorAll<HTMLElement>(`[data-place="${place}"]`)];
  const control = controls.find(({ lang }) => !language || lang === language) ?? controls[0];
  for (let at = control?.closest('details'); at; at = at.parentElement?.closest('details'))
    at.open = true;
  control?.focus();
  return control;
}
