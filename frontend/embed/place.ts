import { wordsFor } from './words';

/** Where a form is wanted: an element of the page, and what it asks for in its attributes. */
export type Place = {
  element: HTMLElement;
  address: URL;
  words: ReturnType<typeof wordsFor>;
  title: string;
};

/**
 * Reads `data-waybill-form` or `data-waybill-popup` (the form's address), `data-language`,
 * `data-fill` (answers as a query: `email=ada%40example.com`) and `data-title`.
 */
export function placeOf(element: HTMLElement, slug: string, origin: string): Place {
  const { language = '', fill = '', title } = element.dataset;
  const address = new URL(`/f/${encodeURIComponent(slug)}`, origin);
  for (const [name, value] of new URLSearchParams(fill)) address.searchParams.append(name, value);
  if (language) address.searchParams.set('language', language);
  const words = wordsFor(language || document.documentElement.lang);
  return { element, address, words, title: title ?? words.form };
}

/** The form by itself, for those whose browser or page does not let it be here. */
export function linkTo({ address, words }: Place): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address.href;
  link.target = '_blank';
  link.rel = 'noopener';
  link.textContent = words.open;
  return link;
}
