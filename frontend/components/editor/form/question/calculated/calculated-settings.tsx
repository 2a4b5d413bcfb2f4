import { TemplateField } from '../../../mapping/text-field-with-picks';
import type { Place } from '../../../store/place';
import { CheckPart, SelectPart } from '../../fields/parts';
import { words as all } from '../../words';
import { SumPart, useSum } from './sum-part';

/** What a calculated answer is, and how it comes about. */
export function CalculatedSettings({ place }: { place: Place }) {
  const { sum } = useSum(place);
  return (
    <>
      <SumPart place={place} />
      {!sum && <PutTogether place={place} />}
    </>
  );
}

function PutTogether({ place }: { place: Place }) {
  const words = all.calculated;
  return (
    <>
      <TemplateField place={`${place}.value`} label={words.value} description={words.valueHint} />
      <SelectPart
        place={`${place}.type`}
        label={words.type}
        data={[
          { value: '', label: words.types.text },
          { value: 'integer', label: words.types.integer },
          { value: 'decimal', label: words.types.decimal },
          { value: 'boolean', label: words.types.boolean },
        ]}
      />
      <CheckPart
        place={`${place}.optional`}
        label={words.optional}
        description={words.optionalHint}
        normally={false}
      />
    </>
  );
}
