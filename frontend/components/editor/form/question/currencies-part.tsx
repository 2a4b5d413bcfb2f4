import type { Place } from '../../store/place';
import { CommittedText } from '../fields/committed-text';
import { useFaultText, usePart } from '../fields/use-part';
import { words as all } from '../words';

const NORMALLY = ['EUR'];

/** Currencies by their codes, with commas between them. */
export function CurrenciesPart({ place }: { place: Place }) {
  const [codes = NORMALLY, write] = usePart<string[]>(place);
  return (
    <CommittedText
      place={place}
      label={all.settings.currencies}
      description={all.settings.currenciesHint}
      value={codes.join(', ')}
      error={useFaultText(place)}
      onCommit={(text) => {
        const found = text.toUpperCase().split(/[^A-Z]+/);
        const next = [...new Set(found.filter(Boolean))];
        write(next.length > 0 ? next : undefined);
        return undefined;
      }}
    />
  );
}
