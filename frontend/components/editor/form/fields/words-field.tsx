import { Textarea, TextInput } from '@mantine/core';
import { memo, useId } from 'react';
import { languageName } from '@/lib/words/languages';
import type { Draft, Words } from '../../model/draft';
import { missingIn, withWords, wordsIn } from '../../model/texts';
import { useChange, useDraft, useDraftShallow, useLanguages } from '../../store/context';
import type { Place } from '../../store/place';
import { words as all } from '../words';
import { partAt, setPart } from '../model/parts';
import { useFaultText } from './use-part';
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
export function WordsField({ place, label, description, bare = false, ...rest }: Props) {
  const languages = useLanguages();
  const error = useFaultText(place);
  const id = useId();
  const missing = useDraftShallow((draft) => missingIn(wordsAt(draft, place), languages));
  const input = (language: string, named: Named) => (
    <Line key={language} {...rest} {...named} place={place} language={language} />
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
            inputWrapperOrder: ORDER,
            description:
              !error && missing.includes(language) ? all.languages.missingHere : undefined,
            error: language === (missing[0] ?? first) ? error : undefined,
          }),
        )}
      </div>
    </div>
  );
}

const ORDER: NonNullable<Named['inputWrapperOrder']> = ['label', 'input', 'description', 'error'];

const wordsAt = (draft: Draft, place: Place) => partAt(draft, place) as Words | undefined;

type Named = {
  label?: string;
  'aria-label'?: string;
  description?: string | undefined;
  error?: string | undefined;
  inputWrapperOrder?: ('label' | 'input' | 'description' | 'error')[];
};

type LineProps = Named &
  Pick<Props, 'place' | 'multiline' | 'placeholder' | 'needed' | 'onLeave'> & { language: string };

/** It alone is drawn anew while its text is typed. */
const Line = memo(function Line(props: LineProps) {
  const { place, language, multiline, needed, onLeave, ...rest } = props;
  const languages = useLanguages();
  const value = useDraft((draft) => wordsIn(wordsAt(draft, place), language, languages));
  const change = useChange();
  const onChange = (text: string) =>
    change(place, (draft) => {
      const next = withWords(wordsAt(draft, place), language, text, languages);
      setPart(draft, place, next ?? (needed ? '' : undefined));
    });
  const shared = {
    ...rest,
    value,
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
});
