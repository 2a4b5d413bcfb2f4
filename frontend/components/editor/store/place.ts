/** Where something stands in the definition, as faults name it: `steps.sale.with.lines.0.product`. */
export type Place = string;

export const placeOf = (...parts: (string | number)[]): Place => parts.join('.');

/** A place as the server writes it: `steps.sale.with.lines[0].product`. */
export const placeOfServer = (field: string): Place => field.replace(/\[(\d+)\]/g, '.$1');
export const placeForServer = (place: Place): string => place.replace(/\.(\d+)(?=\.|$)/g, '[$1]');

/** Whether a place is another one or inside it. */
export const isWithin = (place: Place, whole: Place): boolean =>
  whole === '' || place === whole || place.startsWith(`${whole}.`);

const IN_ROW = /^form\.fields\.[^.]+\.fields\.[^.]+/;

/** The pane in which a place is edited: that of its part, or of a question in the rows of one. */
export const paneOf = (place: Place): Place => IN_ROW.exec(place)?.[0] ?? partOf(place);

/** The part of the editor in which a place is edited: a question, a page, a step, or the form. */
export function partOf(place: Place): Place {
  const [first = '', second = '', third = ''] = place.split('.');
  if (first === 'steps' && second) return placeOf(first, second);
  if (first === 'form' && second === 'fields' && third) return placeOf(first, second, third);
  return first === 'steps' || first === 'form' ? 'form' : 'workflow';
}

/** What is worth seeing beside a part: of questions the form, of steps what they would send. */
export const resultOf = (at: Place): 'form' | 'preview' =>
  at.startsWith('steps.') ? 'preview' : 'form';
