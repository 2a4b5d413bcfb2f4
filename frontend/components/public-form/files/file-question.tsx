import { useRef } from 'react';
import { idOf } from '../answers/names';
import { KeptList } from '../plain/kept-list';
import { described, useEnv, type ControlProps } from '../questions/env';
import { Field } from '../questions/frame';
import { FileLine } from './file-line';
import { fileSize } from '@/lib/words/amounts/file-size';
import { useFiles } from './use-files';

/**
 * A question that files answer: chosen with the browser's own control, sent one by one. With script
 * the control lies unseen over words of the form's language: its own are in that of the browser, and
 * go on to say that no file is chosen.
 */
export function FileQuestion({ question, name, onEdit }: ControlProps) {
  const env = useEnv();
  const { say, disabled, errorOf, form, scripted, plain } = env;
  const maxFiles = question.max_files ?? 1;
  const maxBytes = question.max_bytes ?? Number.POSITIVE_INFINITY;
  const input = useRef<HTMLInputElement>(null);
  const { files, choose, remove, full } = useFiles(name, env, { maxBytes, maxFiles }, onEdit);
  const note = [
    question.kinds?.join(', ') || say('file.any_kind'),
    ...(question.max_bytes
      ? [
          say(maxFiles > 1 ? 'file.size_each' : 'file.size', {
            size: fileSize(question.max_bytes, form.language),
          }),
        ]
      : []),
    ...(maxFiles > 1 ? [say('file.most', { count: maxFiles })] : []),
  ].join(', ');
  return (
    <Field question={question} name={name} note={`${note}.`}>
      <div className="f-drop" data-scripted={scripted || undefined}>
        <input
          ref={input}
          id={idOf(name)}
          // A form that is sent by script names its files by their ids.
          name={scripted ? undefined : name}
          className="f-input f-choose"
          type="file"
          multiple={maxFiles > 1}
          accept={question.accept?.join(',') || undefined}
          disabled={disabled || (scripted && full)}
          onChange={(event) => {
            choose(event.currentTarget.files);
            event.currentTarget.value = '';
          }}
          {...described(name, true, errorOf(name))}
        />
        {scripted && <Invitation many={maxFiles > 1} />}
      </div>
      {!scripted && <KeptList question={question} files={plain.kept[name] ?? []} />}
      {scripted && files.length > 0 && (
        <ul className="f-files" aria-label={say('file.list', { label: question.label })}>
          {files.map((file) => (
            <FileLine
              key={file.key}
              file={file}
              onRemove={() => {
                remove(file.key);
                input.current?.focus();
              }}
            />
          ))}
        </ul>
      )}
    </Field>
  );
}

/** What the control below the pointer does, for the eye; the ear has the question's label. */
function Invitation({ many }: { many: boolean }) {
  const { say } = useEnv();
  return (
    <>
      <span className="f-pick" aria-hidden="true">
        {say('file.choose', { count: many ? 2 : 1 })}
      </span>
      <span className="f-drag" aria-hidden="true">
        {say('file.drop')}
      </span>
    </>
  );
}
