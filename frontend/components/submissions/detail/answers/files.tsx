import type { FileOut } from '@/lib/api/model';
import { fileSize } from '@/lib/words/amounts/size';
import { words } from '../words';
import styles from './answers.module.css';

/** The files of one question, to be downloaded and never shown here. */
export function Files({ files }: { files: FileOut[] }) {
  return (
    <ul className={styles.files}>
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.url} download>
            <bdi>{file.name}</bdi>
          </a>{' '}
          <span className={styles.kind}>{words.answers.file(fileSize(file.size), file.type)}</span>
        </li>
      ))}
    </ul>
  );
}
