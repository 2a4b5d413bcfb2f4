import { fileSize } from '@/lib/words/amounts/file-size';
import type { Question } from '../form';
import { useEnv } from '../questions/env';
import { textOfFile, type KeptFile } from './kept-files';

/** Files that are uploaded already: each is sent along while its box is ticked. */
export function KeptList({ question, files }: { question: Question; files: KeptFile[] }) {
  const { say, form, disabled } = useEnv();
  if (files.length === 0) return null;
  return (
    <ul className="f-files" aria-label={say('file.list', { label: question.label })}>
      {files.map((file) => (
        <li key={file.id} className="f-file">
          <label className="f-option">
            <input
              type="checkbox"
              name={question.key}
              value={textOfFile(file)}
              defaultChecked
              disabled={disabled}
            />
            <span>
              <span className="f-name" dir="auto">
                {file.name}
              </span>{' '}
              <span className="f-state">
                {say('file.uploaded', { size: fileSize(file.size, form.language) })}
              </span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
