import { Button } from '@mantine/core';
import type { SubmissionCountOut } from '@/lib/api/model';
import type { Selecting } from './hooks/use-selection';
import type { BulkSlot } from './selection';
import { countWords } from './count-words';
import { words } from './words';
import styles from './selection-bar.module.css';

type Props = {
  selecting: Selecting;
  loaded: number;
  count: SubmissionCountOut | undefined;
  bulk: BulkSlot | undefined;
};

/** What can be done with what is selected, and the way to select everything that matches. */
export function SelectionBar({ selecting, loaded, count, bulk: Bulk }: Props) {
  const { selection, everything, clear } = selecting;
  if (selection === null) return null;
  const more = count === undefined || !count.exact || count.count > loaded;
  const page = selection.kind === 'ids' && selection.ids.length >= loaded;
  return (
    <>
      {Bulk ? (
        <Bulk selection={selection} done={clear} />
      ) : (
        <section aria-label={words.select.bar} className={styles.bar}>
          <p className={styles.what} role="status">
            {selection.kind === 'matching'
              ? words.select.matching
              : words.select.some(selection.ids.length)}
          </p>
          <Button variant="subtle" size="compact-sm" onClick={clear}>
            {words.select.clear}
          </Button>
        </section>
      )}
      {page && more && (
        <p className={styles.more}>
          {words.select.page_only(loaded)}
          <Button variant="subtle" size="compact-sm" onClick={everything}>
            {words.select.all(count ? countWords(count) : words.filters.any)}
          </Button>
        </p>
      )}
    </>
  );
}
