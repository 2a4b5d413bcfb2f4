import { words as all } from '../../words';
import { useList } from './use-list';
import styles from '../../fields/fields.module.css';

const FEW = 3;

/** The first entries of a list, so that it is seen to be the right one. */
export function ListExamples({ connection, list }: { connection: string; list: string }) {
  const words = all.choices;
  const { data, isError } = useList(connection, list);
  if (isError) return <p className={styles.help}>{words.unread}</p>;
  if (!data) return <p className={styles.help}>{words.reading}</p>;
  const labels = data.items.slice(0, FEW).map(({ label }) => label);
  return (
    <p className={styles.help}>
      {labels.length > 0 ? words.examples(labels.join(', ')) : words.emptyList}
    </p>
  );
}
