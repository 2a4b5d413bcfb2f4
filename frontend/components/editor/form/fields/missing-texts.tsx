import { Button } from '@mantine/core';
import { useRef } from 'react';
import { languageName } from '@/lib/words/languages';
import { useEditorStore, useSelection, useSettled } from '../../store/context';
import { paneOf } from '../../store/place';
import { missingTexts, type MissingText } from '../model/missing';
import { words as all } from '../words';
import { focusPlace } from './focus-place';
import styles from './fields.module.css';

/** How many texts are missing in each language, and the way to the next of them. */
export function MissingTexts() {
  const counted = useSettled((draft) => {
    const counts: Record<string, number> = {};
    for (const { language } of missingTexts(draft)) counts[language] = (counts[language] ?? 0) + 1;
    return JSON.stringify(counts);
  });
  return Object.entries(JSON.parse(counted) as Record<string, number>).map(([language, count]) => (
    <MissingIn key={language} language={language} count={count} />
  ));
}

function MissingIn({ language, count }: { language: string; count: number }) {
  const words = all.languages;
  const store = useEditorStore();
  const [, select] = useSelection();
  const last = useRef('');
  const name = languageName(language);

  function goOn() {
    const { at, history } = store.getState();
    if (!history.now.definition) return;
    const missing = missingTexts(history.now.definition).filter(
      (each) => each.language === language,
    );
    const next = following(missing, at, last.current);
    if (!next) return;
    last.current = next.place;
    select(paneOf(next.place));
    requestAnimationFrame(() => focusPlace(next.place, language));
  }

  return (
    <p className={styles.missing}>
      {words.missing(name, count)}
      <Button variant="default" size="compact-sm" onClick={goOn}>
        {words.next(name)}
      </Button>
    </p>
  );
}

/** The one behind the last that was gone to, or the first of what is open, or the first. */
function following(missing: MissingText[], at: string, last: string): MissingText | undefined {
  const index = missing.findIndex(({ place }) => place === last);
  if (index >= 0) return missing[(index + 1) % missing.length];
  return missing.find(({ place }) => paneOf(place) === at) ?? missing[0];
}
