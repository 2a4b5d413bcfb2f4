import { useEnv } from '../questions/env';
import { fileSize } from '@/lib/words/amounts/file-size';
import type { Chosen } from './use-files';

/** One chosen file: how far it is, why it was refused, and a way to take it back. */
export function FileLine({ file, onRemove }: { file: Chosen; onRemove: () => void }) {
  const { say, disabled, form } = useEnv();
  const { name, error, id, part, size } = file;
  const percent = new Intl.NumberFormat(form.language, { style: 'percent' });
  const state = error
    ? say('file.refused')
    : id
      ? say('file.uploaded', { size: fileSize(size, form.language) })
      : percent.format(part);
  return (
    <li className="f-file" data-refused={error ? true : undefined}>
      <span className="f-name" dir="auto">
        {name}
      </span>
      <span className="f-state">{state}</span>
      <button
        type="button"
        className="f-tool"
        disabled={disabled}
        aria-label={say('file.remove', { name })}
        title={say('file.remove', { name })}
        onClick={onRemove}
      >
        <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
          <path d="m6 6 8 8m0-8-8 8" fill="none" stroke="currentColor" strokeWidth="1.75" />
        </svg>
      </button>
      {!id && !error && (
        <progress value={part} max={1} aria-label={say('file.uploading', { name })} />
      )}
      {error && <p className="f-error">{error}</p>}
    </li>
  );
}
