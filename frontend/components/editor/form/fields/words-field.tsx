import { Textarea, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { Words } from '../../model/draft';
import { missingIn, withWords, wordsIn } from '../../model/texts';
import { useLanguages } from '../../store/context';
import type { Place } from '../../store/place';
import { words as all } from '../words';
import { languageName } from './language-name';
import { useFaultText, usePart } from './use-part';
import styles from './fields.module.css';

type Props = {
  place: Place;
  label: string;
  description?: string | undefined;
  multiline?: boolean;
  /** Its label is only heard: it stands in a row that says what it is. */
  bare?: boolean;
  placeholder?: string;
  /** It stays there when it is empty. */
  needed?: boolean;
  onLeave?: () => void;
};

/** A text that people read: one input for each language of the form, side by side. */
export function WordsField({ place, label, description, bare = false, needed, ...rest }: Props) {
  const languages = useLanguages();
  const [words, write] = usePart<Words>(place);
  const error = useFaultText(place);
  const id = useId();
  const missing = missingIn(words, languages);
  const input = (language: string, named: Named) => (
    <Line
      key={language}
      {...rest}
      {...named}
      place={place}
      language={language}
      value={wordsIn(words, language, languages)}
      onChange={(text) =>
        write(withWords(words, language, text, languages) ?? (needed ? '' : undefined))
      }
    />
  );
  const [first = 'en'] = languages;
  if (languages.length < 2)
    return input(first, bare ? { 'aria-label': label, error } : { label, description, error });
  return (
    <div role="group" aria-labelledby={bare ? undefined : id} aria-label={bare ? label : undefined}>
      {!bare && (
        <p id={id} className={styles.label}>
          {label}
        </p>
      )}
      {description && <p className={styles.help}>{description}</p>}
      <div className={styles.languages}>
        {languages.map((language) =>
          input(language, {
            ...(bare ? {} : { label: languageName(language) }),
            'aria-label': `${label}: ${languageName(language)}`,
            inputWrapperOrder: ['label', 'input', 'description', 'error'],
            description:
              !error && missing.includes(language) ? all.languages.missingHere : undefined,
            error: language === (missing[0] ?? first) ? error : undefined,
          }),
        )}
      </div>
    </div>
  );
}

type Named = {
  label?: string;
  'aria-label'?: string;
  description?: string | undefined;
  error?: string | undefined;
  inputWrapperOrder?: ('label' | 'input' | 'description' | 'error')[];
};

type LineProps = Named &
  Pick<Props, 'place' | 'multiline' | 'placeholder' | 'onLeave'> & {
    language: string;
    value: string;
    onChange: (text: string) => void;
  };

function Line({ place, language, multiline, onLeave, onChange, ...rest }: LineProps) {
  const shared = {
    ...rest,
    'data-place': place,
    lang: language,
    dir: 'auto',
    onBlur: onLeave,
  };
  return multiline ? (
    <Textarea {...shared} rows={3} onChange={(event) => onChange(event.currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={(event) => onChange(event.currentTarget.value)} />
  );
}
