import type { ReactNode } from 'react';
import type { Place } from '../../store/place';
import { NumberPart, TextPart } from '../fields/parts';
import { WordsField } from '../fields/words-field';
import { says } from '../model/kinds';
import { words as all } from '../words';
import { CalculatedSettings } from './calculated/calculated-settings';
import { ChoicesPart } from './choices/choices-part';
import { CountryPart, DefaultOfChoice, YesNoPart, ZonePart } from './choosers';
import { CurrenciesPart } from './currencies-part';
import { DayPart } from './day-part';
import { FileSettings } from './file-settings';
import { GroupSettings } from './group-settings';
import styles from '../fields/fields.module.css';

type Props = { place: Place; kind: string };

/** What only questions of this kind can say. */
export function KindSettings({ place, kind }: Props) {
  const words = all.settings;
  const at = (part: string): Place => `${place}.${part}`;
  switch (kind) {
    case 'phone':
      return (
        <CountryPart place={at('region')} label={words.region} description={words.regionHint} />
      );
    case 'datetime':
      return <ZonePart place={at('zone')} />;
    case 'boolean':
      return <YesNoPart place={at('default')} />;
    case 'country':
      return (
        <CountryPart
          place={at('default')}
          label={words.defaultCountry}
          description={words.defaultCountryHint}
        />
      );
    case 'consent':
      return (
        <WordsField
          place={at('text')}
          label={words.consent}
          description={words.consentHint}
          multiline
        />
      );
    case 'rating':
      return <NumberPart place={at('most')} label={words.stars} placeholder="5" />;
    case 'hidden':
      return <TextPart place={at('query')} label={words.query} description={words.queryHint} />;
    case 'file':
      return <FileSettings place={place} />;
    case 'calculated':
      return <CalculatedSettings place={place} />;
    case 'group':
      return <GroupSettings place={place} />;
    default:
      return <Limits place={place} kind={kind} />;
  }
}

function Limits({ place, kind }: Props) {
  const words = all.settings;
  const at = (part: string): Place => `${place}.${part}`;
  const areMany = kind === 'choices';
  const step = areMany || kind === 'integer' ? 1 : 'any';
  if (kind === 'date')
    return (
      <Pair>
        <DayPart place={at('minimum')} label={words.earliest} />
        <DayPart place={at('maximum')} label={words.latest} />
      </Pair>
    );
  if (kind === 'time')
    return (
      <Pair>
        <TextPart type="time" place={at('minimum')} label={words.earliest} />
        <TextPart type="time" place={at('maximum')} label={words.latest} />
      </Pair>
    );
  return (
    <>
      {says(kind, 'choices') && <ChoicesPart place={place} />}
      {kind === 'choice' && <DefaultOfChoice place={place} />}
      {says(kind, 'min_length') && (
        <Pair>
          <NumberPart place={at('min_length')} label={words.shortest} placeholder="0" />
          <NumberPart place={at('max_length')} label={words.longest} placeholder="200" />
        </Pair>
      )}
      {says(kind, 'minimum') && (
        <Pair>
          <NumberPart
            place={at('minimum')}
            label={areMany ? words.fewest : words.least}
            step={step}
          />
          <NumberPart
            place={at('maximum')}
            label={areMany ? words.mostChosen : words.most}
            step={step}
          />
        </Pair>
      )}
      {says(kind, 'decimals') && (
        <NumberPart
          place={at('decimals')}
          label={words.decimals}
          description={words.decimalsHint}
          placeholder="2"
        />
      )}
      {says(kind, 'currencies') && <CurrenciesPart place={at('currencies')} />}
    </>
  );
}

/** Two that belong together. */
const Pair = ({ children }: { children: ReactNode }) => (
  <div className={styles.languages}>{children}</div>
);
