import { Input } from '@mantine/core';
import type { WidgetProps } from '@rjsf/utils';
import { useRef } from 'react';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Phrase } from '@/components/ui/phrase/phrase';
import { fileSize } from '@/lib/words/size';
import { fieldOf } from '../fields/field-id';
import { words as all } from '../words';
import type { FormContext } from './form-context';
import { useFiles, type Chosen } from './use-files';
import styles from './files.module.css';

const words = all.files;

type Hints = { accept?: string[]; kinds?: string[]; maxBytes?: number; description?: string };

/** A question that files answer: chosen with the browser's own control, sent one by one. */
export default function FileQuestion(props: WidgetProps) {
  const { id, label, required, disabled, readonly, schema, rawErrors, onChange, registry } = props;
  const hints = props.options as Hints;
  const maxFiles = schema.maxItems ?? 1;
  const maxBytes = hints.maxBytes ?? Number.POSITIVE_INFINITY;
  const input = useRef<HTMLInputElement>(null);
  const context = registry.formContext as FormContext;
  const { files, told, choose, remove, full } = useFiles(
    fieldOf(id),
    context,
    { maxBytes, maxFiles },
    onChange,
  );
  const off = Boolean(disabled || readonly);
  return (
    <div>
      <Input.Wrapper
        id={id}
        label={label}
        description={[hints.description, rule(hints, maxFiles)].filter(Boolean).join(' ')}
        error={rawErrors?.join(' ')}
        required={required ?? false}
        inputContainer={(children) => children}
      >
        <input
          ref={input}
          id={id}
          className={styles.choose}
          type="file"
          multiple={maxFiles > 1}
          accept={hints.accept?.join(',')}
          disabled={off || full}
          aria-describedby={`${id}-description${rawErrors?.length ? ` ${id}-error` : ''}`}
          aria-invalid={rawErrors?.length ? true : undefined}
          onChange={(event) => {
            choose(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
        />
      </Input.Wrapper>
      {files.length > 0 && (
        <ul className={styles.files} aria-label={words.of(label)}>
          {files.map((file) => (
            <FileLine
              key={file.key}
              file={file}
              disabled={off}
              onRemove={() => {
                remove(file.key);
                input.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
      <LiveRegion text={told} />
    </div>
  );
}

type LineProps = { file: Chosen; disabled: boolean; onRemove: () => void };

function FileLine({ file, disabled, onRemove }: LineProps) {
  const waiting = !file.id && !file.error;
  return (
    <li className={styles.file} data-refused={file.error ? true : undefined}>
      <span className={styles.name}>{file.name}</span>
      <span className={styles.state}>{state(file)}</span>
      <button type="button" disabled={disabled} onClick={onRemove} className={styles.remove}>
        <Phrase
          text={words.remove}
          parts={{ name: <span className={styles.unseen}>{` ${file.name}`}</span> }}
        />
      </button>
      {waiting && (
        <progress
          className={styles.progress}
          value={file.part}
          max={1}
          aria-label={words.uploading(file.name)}
        />
      )}
      {file.error && <p className={styles.error}>{file.error}</p>}
    </li>
  );
}

function state(file: Chosen): string {
  if (file.error) return words.refused;
  if (file.id) return words.uploaded(fileSize(file.size));
  return words.percent(file.part);
}

function rule(hints: Hints, maxFiles: number): string {
  const kinds = hints.kinds?.join(', ') ?? words.anyKind;
  return words.rule(kinds, hints.maxBytes ? fileSize(hints.maxBytes) : null, maxFiles);
}
