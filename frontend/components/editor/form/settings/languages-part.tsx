import { Button, NativeSelect } from '@mantine/core';
import { languageName } from '@/lib/words/languages';
import { useChange, useLanguages } from '../../store/context';
import { useFaultText } from '../fields/use-part';
import { PROPOSED, addLanguage, removeLanguage } from '../model/languages';
import { words as all } from '../words';
import styles from '../fields/fields.module.css';

const PLACE = 'form.languages';

/** In which languages the form asks. */
export function LanguagesPart() {
  const words = all.languages;
  const languages = useLanguages();
  const change = useChange();
  const others = PROPOSED.filter((each) => !languages.includes(each))
    .map((value) => ({ value, label: languageName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return (
    <div role="group" aria-label={words.label} className={styles.fields}>
      <div>
        <p className={styles.label}>{words.label}</p>
        <ul className={styles.rows}>
          {languages.map((each, at) => (
            <li key={each} className={styles.language}>
              <span>{at === 0 ? words.first(languageName(each)) : languageName(each)}</span>
              {at > 0 && (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => change(PLACE, (draft) => removeLanguage(draft, each))}
                >
                  {words.remove(languageName(each))}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </div>
      <NativeSelect
        label={words.add}
        description={words.addHint}
        data-place={PLACE}
        data={[{ value: '', label: words.choose }, ...others]}
        value=""
        error={useFaultText(PLACE)}
        onChange={({ currentTarget: { value } }) =>
          value && change(PLACE, (draft) => addLanguage(draft, value))
        }
      />
    </div>
  );
}
