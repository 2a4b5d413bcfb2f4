import { Button, Checkbox } from '@mantine/core';
import { ConditionField } from '../../conditions/condition-field';
import { useChange, useDraft, useSettled } from '../../store/context';
import { placeOf } from '../../store/place';
import { More } from '../fields/more';
import { useFaultText } from '../fields/use-part';
import { WordsField } from '../fields/words-field';
import { pageName } from '../list/question-names';
import { addPage, removePage, withPages, withoutPages } from '../model/pages';
import { words as all } from '../words';
import styles from '../fields/fields.module.css';

const PAGES = 'form.pages';

/** Whether the questions are asked on pages, and what those are called. */
export function PagesPart() {
  const words = all.pages;
  const change = useChange();
  const count = useDraft(({ form }) => form.pages?.length ?? 0);
  return (
    <div role="group" aria-label={words.label} className={styles.fields}>
      <Checkbox
        label={words.on}
        description={words.onHint}
        checked={count > 0}
        onChange={(event) => change(PAGES, event.currentTarget.checked ? withPages : withoutPages)}
      />
      {Array.from({ length: count }, (_, page) => (
        <PageFields key={page} page={page} isOnly={count === 1} />
      ))}
      {count > 0 && (
        <div className={styles.buttons}>
          <Button variant="default" size="compact-sm" onClick={() => change(PAGES, addPage)}>
            {words.add}
          </Button>
        </div>
      )}
    </div>
  );
}

function PageFields({ page, isOnly }: { page: number; isOnly: boolean }) {
  const words = all.pages;
  const change = useChange();
  const place = placeOf(PAGES, page);
  const called = useSettled((draft) => pageName(draft, page));
  const fault = useFaultText(placeOf(place, 'fields'));
  return (
    <section className={styles.block} aria-label={called}>
      <WordsField place={placeOf(place, 'title')} label={words.title(page + 1)} />
      {fault && <p className={styles.fault}>{fault}</p>}
      <More
        label={words.more(page + 1)}
        places={[placeOf(place, 'intro'), placeOf(place, 'show_if')]}
      >
        <WordsField place={placeOf(place, 'intro')} label={words.intro} multiline />
        <ConditionField
          place={placeOf(place, 'show_if')}
          label={words.condition}
          description={words.conditionHint}
        />
      </More>
      {!isOnly && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => change(place, (draft) => removePage(draft, page))}
          >
            {words.remove(called)}
          </Button>
        </div>
      )}
    </section>
  );
}
