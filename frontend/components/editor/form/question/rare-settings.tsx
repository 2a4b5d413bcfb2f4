import type { Place } from '../../store/place';
import { More } from '../fields/more';
import { SelectPart, TextPart } from '../fields/parts';
import { WordsField } from '../fields/words-field';
import { says } from '../model/kinds';
import { words as all } from '../words';

const FILLED_IN = [
  'name',
  'given-name',
  'family-name',
  'organization',
  'organization-title',
  'email',
  'tel',
  'street-address',
  'postal-code',
  'address-level2',
  'country',
  'bday',
  'url',
] as const;

/** What only some questions need. */
export function RareSettings({ place, kind }: { place: Place; kind: string }) {
  const words = all.rare;
  const parts = ['placeholder', 'default', 'autocomplete', 'pattern', 'pattern_message'] as const;
  const places = parts.filter((part) => says(kind, part)).map((part) => `${place}.${part}`);
  // A choice and a country have a default of their own, among what is asked.
  if (places.length === 0 || kind === 'boolean') return null;
  const none = { value: '', label: words.none };
  return (
    <More label={words.more} places={places}>
      {says(kind, 'placeholder') && (
        <>
          <WordsField
            place={`${place}.placeholder`}
            label={words.placeholder}
            description={words.placeholderHint}
          />
          <TextPart
            place={`${place}.default`}
            label={words.default}
            description={words.defaultHint}
          />
        </>
      )}
      {says(kind, 'autocomplete') && (
        <SelectPart
          place={`${place}.autocomplete`}
          label={words.autocomplete}
          description={words.autocompleteHint}
          data={[none, ...FILLED_IN.map((value) => ({ value, label: words.filledIn[value] }))]}
        />
      )}
      {says(kind, 'pattern') && (
        <>
          <TextPart
            place={`${place}.pattern`}
            label={words.pattern}
            description={words.patternHint}
          />
          <WordsField
            place={`${place}.pattern_message`}
            label={words.patternMessage}
            description={words.patternMessageHint}
          />
        </>
      )}
    </More>
  );
}
