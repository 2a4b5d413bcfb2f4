import styles from './detail.module.css';

/** The answers as they were accepted, by field. */
export function Answers({ data }: { data: Record<string, unknown> }) {
  return (
    <dl className={styles.answers}>
      {Object.entries(data).map(([key, value]) => (
        <div key={key}>
          <dt>{key.replaceAll('_', ' ')}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Not given';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
