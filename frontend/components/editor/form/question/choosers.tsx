import { NativeSelect } from '@mantine/core';
import { countriesIn } from '@/lib/words/countries';
import { language } from '@/lib/words/languages';
import type { Question } from '../../model/draft';
import { wordsShown } from '../../model/texts';
import { useDraftShallow, useLanguages } from '../../store/context';
import type { Place } from '../../store/place';
import { SelectPart } from '../fields/parts';
import { useFaultText, usePart } from '../fields/use-part';
import { partAt } from '../model/parts';
import { words as all } from '../words';

/** A country, or none. */
export function CountryPart(named: { place: Place; label: string; description: string }) {
  const countries = countriesIn({ language: language(), questions: [{ kind: 'country' }] });
  return <SelectPart {...named} data={[{ value: '', label: all.rare.none }, ...countries]} />;
}

/** The zone that a page proposes for a moment. */
export function ZonePart({ place }: { place: Place }) {
  const words = all.settings;
  const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
  return (
    <SelectPart
      place={place}
      label={words.zone}
      description={words.zoneHint}
      data={[{ value: '', label: 'UTC' }, ...zones.map((value) => ({ value, label: value }))]}
    />
  );
}

/** Which of yes and no is chosen at first. */
export function YesNoPart({ place }: { place: Place }) {
  const words = all.settings;
  const [value, write] = usePart<boolean>(place);
  return (
    <NativeSelect
      label={words.chosenFirst}
      data-place={place}
      data={[
        { value: '', label: words.neither },
        { value: 'true', label: words.yes },
        { value: 'false', label: words.no },
      ]}
      value={value === undefined || value === null ? '' : String(value)}
      error={useFaultText(place)}
      onChange={({ currentTarget: { value: chosen } }) =>
        write(chosen === '' ? undefined : chosen === 'true')
      }
    />
  );
}

/** Which of the choices is chosen at first; those of another system are not known here. */
export function DefaultOfChoice({ place }: { place: Place }) {
  const languages = useLanguages();
  const choices = useDraftShallow(
    (draft) => (partAt(draft, `${place}.choices`) ?? []) as NonNullable<Question['choices']>,
  );
  const data = choices.map(({ value, label }) => ({
    value,
    label: wordsShown(label, languages[0] ?? 'en', languages) || value,
  }));
  if (data.length === 0) return null;
  return (
    <SelectPart
      place={`${place}.default`}
      label={all.settings.chosenFirst}
      data={[{ value: '', label: all.rare.none }, ...data]}
    />
  );
}
