import { useDroppable, type UniqueIdentifier } from '@dnd-kit/core';
import { Button } from '@mantine/core';
import { useFaults, useSelection, useSettled } from '../../store/context';
import { placeOf } from '../../store/place';
import { focusPlace } from '../fields/focus-place';
import { words } from '../words';
import { pageName } from './question-names';
import styles from './list.module.css';

const HEAD = 'page:';

/** The part of the layout under whose heading something was dropped. */
export const partOfHead = (id: UniqueIdentifier): number | null =>
  String(id).startsWith(HEAD) ? Number(String(id).slice(HEAD.length)) : null;

type Props = { page: number | null; part: number; isEmpty: boolean };

/** Above the questions of a page. What is dropped on it becomes the first of them. */
export function PageHead({ page, part, isEmpty }: Props) {
  const { setNodeRef, isOver } = useDroppable({ id: HEAD + part });
  const called = useSettled((draft) => pageName(draft, page));
  const faults = useFaults(placeOf('form.pages', page ?? 'none')).length;
  const [, select] = useSelection();
  function edit() {
    select('form');
    // The form's own settings are drawn first.
    requestAnimationFrame(() => focusPlace(`form.pages.${page}.title`));
  }
  return (
    <div ref={setNodeRef} className={styles.page} data-over={isOver || undefined}>
      <p className={styles.pageName}>
        {called}
        {faults > 0 && <span className={styles.faults}>{words.list.faults(faults)}</span>}
      </p>
      {page !== null && (
        <Button variant="default" size="compact-sm" onClick={edit}>
          {words.pages.edit(called)}
        </Button>
      )}
      {isEmpty && <p className={styles.empty}>{words.pages.empty}</p>}
    </div>
  );
}
