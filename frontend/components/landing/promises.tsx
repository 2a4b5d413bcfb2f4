import styles from './landing.module.css';

const PROMISES = [
  {
    term: 'Accepted means stored',
    words:
      'The answer to a submission goes out after it is committed to the database, together with every step it needs.',
  },
  {
    term: 'A lost answer is looked up',
    words:
      'When a system does not say whether it took a record, Waybill asks it, or asks you. It does not send blindly a second time.',
  },
  {
    term: 'Waiting has a reason',
    words:
      'Each step says what it waits for and when it tries next, to the sender and to the operator.',
  },
];

export function Promises() {
  return (
    <dl className={styles.promises}>
      {PROMISES.map(({ term, words }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
