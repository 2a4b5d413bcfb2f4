import { AWAKE } from './keep';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export type Typed = { field: Field; place: number; value: string; focused: boolean };

const FIELDS = 'input:not([type=file]), textarea, select';

const fields = () => [...document.querySelectorAll<Field>(FIELDS)];

/** What stands in a field and was not served in it. */
function isTyped(field: Field): boolean {
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  const options = [...field.options];
  const served = options.findIndex(({ defaultSelected }) => defaultSelected);
  return field.selectedIndex !== Math.max(served, 0);
}

/**
 * What was typed while the page had no script. React leaves it in the fields when it takes the page
 * over, and replaces it by what it knows the next time it draws them.
 */
export function typedEarly(): Typed[] {
  return fields().flatMap((field, place) =>
    isTyped(field)
      ? [{ field, place, value: field.value, focused: field === document.activeElement }]
      : [],
  );
}

/** Says it to React as if it was typed now, sends or presses what was, and calls the page awake. */
export function takeOver(typed: readonly Typed[]): void {
  typed.forEach(typeAgain);
  const asked = window.askedEarly;
  window.askedEarly = undefined;
  document.documentElement.setAttribute(AWAKE, '');
  if (!asked?.isConnected) return;
  if (asked instanceof HTMLFormElement) asked.requestSubmit();
  else asked.click();
}

function typeAgain({ field: served, place, value, focused }: Typed) {
  // In another language than the served one the page is drawn anew, field by field.
  const field = served.isConnected ? served : fields()[place];
  if (field?.tagName !== served.tagName || field.name !== served.name) return;
  // React compares with what was set on the element itself, so that is made different first.
  if (field instanceof HTMLInputElement) field.value = '';
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
  if (focused) field.focus();
}
