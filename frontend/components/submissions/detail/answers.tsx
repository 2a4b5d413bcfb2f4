import type { FileOut } from '@/lib/api/model';
import { Files } from './files';
import styles from './detail.module.css';

/** The answers as they were accepted, by field. */
export function Answers({ data, files }: { data: Record<string, unknown>; files: FileOut[] }) {
  const of = (key: string) => files.filter(({ field }) => field === key);
  return (
    <dl className={styles.answers}>
      {Object.entries(data).map(([key, value]) => (
        <div key={key}>
          <dt>{key.replaceAll('_', ' ')}</dt>
          <dd>{of(key).length > 0 ? <Files files={of(key)} /> : shown(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Not given';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
