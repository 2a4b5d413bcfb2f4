import { AWAKE } from './keep';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** An element of the served page, and its place among those of its kind. */
type Place<E extends HTMLElement = HTMLElement> = { element: E; at: number };

type Typed = Place<Field> & { value: string; focused: boolean };

/** What was typed, sent or pressed while the page had no script. */
export type Early = { typed: readonly Typed[]; asked: Place | null };

const alike = (element: HTMLElement) => document.querySelectorAll<HTMLElement>(element.localName);

function placeOf<E extends HTMLElement>(element: E): Place<E> {
  return { element, at: [...alike(element)].indexOf(element) };
}

/** In another language than the served one the page is drawn anew, element by element. */
function nowAt<E extends HTMLElement>({ element, at }: Place<E>): E | undefined {
  if (element.isConnected) return element;
  const now = alike(element)[at];
  const same = now?.getAttribute('name') === element.getAttribute('name');
  return same && now?.getAttribute('type') === element.getAttribute('type')
    ? (now as E)
    : undefined;
}

/** What stands in a field and was not served in it. */
function isTyped(field: Field): boolean {
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  const options = [...field.options];
  const served = options.findIndex(({ defaultSelected }) => defaultSelected);
  return field.selectedIndex !== Math.max(served, 0);
}

/**
 * To be looked at when React has just taken the page over: it leaves in a field what was typed, and
 * replaces it by what it knows the next time it draws the field.
 */
export function whatWasEarly(): Early {
  const fields = document.querySelectorAll<Field>('input:not([type=file]), textarea, select');
  const typed = [...fields].filter(isTyped).map((field) => ({
    ...placeOf<Field>(field),
    value: field.value,
    focused: field === document.activeElement,
  }));
  return { typed, asked: window.askedEarly ? placeOf(window.askedEarly) : null };
}

/** Types it as if it was typed now, sends or presses what was, and calls the page awake. */
export function takeOver({ typed, asked }: Early): void {
  typed.forEach(typeAgain);
  const last = window.askedEarly;
  window.askedEarly = undefined;
  document.documentElement.setAttribute(AWAKE, '');
  const element = last?.isConnected ? last : asked && nowAt(asked);
  if (element instanceof HTMLFormElement) element.requestSubmit();
  else element?.click();
}

function typeAgain({ value, focused, ...place }: Typed) {
  const field = nowAt(place);
  if (!field) return;
  // React compares with what was set on the element itself, so that is made different first.
  if (field instanceof HTMLInputElement) field.value = '';
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  if (focused) field.focus();
}
