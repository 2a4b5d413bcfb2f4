import { language as spoken, tag } from '@/lib/words/languages';
import { useLanguages } from '../../store/context';
import { words as all } from '../words';
import { DoneText } from './done-text';
import { TitleText } from './title-text';
import styles from './parts.module.css';

/** What the person who submitted reads of a step, in each language of the form. */
export function PeoplePart({ step }: { step: string }) {
  const words = all.people;
  const languages = useLanguages();
  const labelled = (label: string, language: string) =>
    languages.length > 1 ? words.inLanguage(label, languageName(language)) : label;
  return (
    <div className={styles.stack}>
      <p className={styles.quiet}>{words.hint}</p>
      <div className={styles.pair}>
        {languages.map((each) => (
          <TitleText key={each} step={step} language={each} label={labelled(words.title, each)} />
        ))}
      </div>
      <div className={styles.pair}>
        {languages.map((each) => (
          <DoneText key={each} step={step} language={each} label={labelled(words.done, each)} />
        ))}
      </div>
    </div>
  );
}

function languageName(language: string): string {
  const names = new Intl.DisplayNames([tag(), spoken()], { type: 'language' });
  return names.of(language) ?? language;
}
