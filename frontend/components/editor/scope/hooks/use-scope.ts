import { useMemo } from 'react';
import { language } from '@/lib/words/languages';
import type { Draft } from '../../model/draft';
import { wordsShown } from '../../model/texts';
import { useSystems } from '../../steps/hooks/use-systems';
import { useLanguages, useSettled } from '../../store/context';
import type { Place } from '../../store/place';
import type { Outline } from '../model/graph';
import type { Group } from '../model/item';
import { furtherAt, scopeAt, type Seen } from '../model/scope-at';
import { words } from '../words';

/** In which the form's texts are shown: that of the console, if the form has it. */
export function shownLanguage(languages: readonly string[]): string {
  const [first = 'en'] = languages;
  return languages.find((each) => each.split('-')[0] === language()) ?? first;
}

export const speechOf = (languages: readonly string[]): Seen['speech'] => ({
  language: shownLanguage(languages),
  languages,
  part: (key) => words.parts[key] ?? key,
  answers: words.answers,
  row: words.row,
  submission: words.submission,
});

const isConditional = (when: unknown): boolean =>
  when !== undefined && when !== '' && when !== true;

export function outlinesOf({ steps }: Draft, languages: readonly string[]): Outline[] {
  return Object.entries(steps).map(([key, step]) => ({
    key,
    label: wordsShown(step.title, shownLanguage(languages), languages),
    use: step.use,
    needs: step.needs ?? [],
    conditional: isConditional(step.when),
  }));
}

/** As text, so that it is the same until something in it changes: what a step itself is called does not. */
function outlined(draft: Draft, languages: readonly string[], place: Place): string {
  const [first, step] = place.split('.');
  if (first !== 'steps') return '[]';
  const outlines = outlinesOf(draft, languages);
  return JSON.stringify(
    outlines.map((each) => (each.key === step ? { ...each, label: '' } : each)),
  );
}

/**
 * What can be picked at a place. It changes with the questions and the steps' order, and not with
 * what a step sends.
 */
export function useScope(place: Place): Group[] {
  const seen = useSeen(place);
  return useMemo(() => scopeAt(place, seen), [place, seen]);
}

/** What could be picked there as well, if its step waited for the step that it is from. */
export function useFurther(place: Place): Group[] {
  const seen = useSeen(place);
  return useMemo(() => furtherAt(place, seen), [place, seen]);
}

function useSeen(place: Place): Seen {
  const languages = useLanguages();
  const fields = useSettled(({ form }) => form.fields);
  const pages = useSettled(({ form }) => form.pages);
  const written = useSettled((draft) => outlined(draft, languages, place));
  const { actionOf } = useSystems();
  const spoken = language();
  return useMemo(() => {
    const outlines = (JSON.parse(written) as Outline[]).map((each) => ({
      ...each,
      label: each.label || (actionOf(each.use)?.title ?? each.key),
    }));
    const outputOf = (use: string) => actionOf(use)?.output_schema;
    return { fields, pages, outlines, outputOf, speech: speechOf(languages) };
    // The words are those of the language that is spoken.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [languages, fields, pages, written, actionOf, spoken]);
}
