import { isRecord } from '../../model/alike';
import type { Draft, Words } from '../../model/draft';
import { missingIn } from '../../model/texts';
import { placeOf, type Place } from '../../store/place';

/** The parts of a form that people read. */
const READ = new Set([
  'title',
  'intro',
  'submit_label',
  'late',
  'text',
  'label',
  'help',
  'placeholder',
  'pattern_message',
  'row_label',
  'message',
]);

export type MissingText = { place: Place; language: string };

/** Every text of the form that is there in one of its languages and not in another. */
export const missingTexts = ({ form }: Draft): MissingText[] =>
  missingBelow(form, 'form', form.languages ?? ['en'], false);

function missingBelow(
  value: unknown,
  place: Place,
  languages: readonly string[],
  keyed: boolean,
): MissingText[] {
  if (Array.isArray(value))
    return value.flatMap((each, at) => missingBelow(each, placeOf(place, at), languages, false));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const at = placeOf(place, key);
    // A question may be called `title`.
    if (keyed || !READ.has(key)) return missingBelow(each, at, languages, key === 'fields');
    return missingIn(each as Words, languages).map((language) => ({ place: at, language }));
  });
}
