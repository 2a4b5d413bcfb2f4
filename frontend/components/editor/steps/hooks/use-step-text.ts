import { wordsIn, withWords } from '../../model/texts';
import { useDraft, useLanguages } from '../../store/context';
import { placeOf } from '../../store/place';
import { useFaultTextOf } from './use-fault-text';
import { useEditStep } from './use-step';

/** A text of a step in one language of the form. */
export function useStepText(step: string, part: 'title' | 'done', language: string) {
  const languages = useLanguages();
  const edit = useEditStep(step);
  const text = useDraft(({ steps }) => wordsIn(steps[step]?.[part], language, languages));
  const isSingle = useDraft(({ steps }) => typeof steps[step]?.[part] !== 'object');
  const whole = placeOf('steps', step, part);
  const isFirst = languages[0] === language;
  const place = isSingle && isFirst ? whole : placeOf(whole, language);
  const fault = useFaultTextOf(whole, isFirst ? [whole, placeOf(whole, language)] : [place]);
  const write = (text: string) =>
    edit(placeOf(part, language), (draft) => {
      const next = withWords(draft[part], language, text, languages);
      if (next === undefined) Reflect.deleteProperty(draft, part);
      else draft[part] = next;
    });
  return { text, write, place, fault };
}
