import type { FileOut } from '@/lib/api/model';
import styles from './detail.module.css';

/** The files of one question, to be downloaded and never shown here. */
export function Files({ files }: { files: FileOut[] }) {
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.url} download>
            {file.name}
          </a>{' '}
          <span className={styles.fileKind}>
            {size(file.size)}, {file.type}
          </span>
        </li>
      ))}
    </ul>
  );
}

function size(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} kB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
