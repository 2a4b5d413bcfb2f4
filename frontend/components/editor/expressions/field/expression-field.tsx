import type { Completion } from '@codemirror/autocomplete';
import dynamic from 'next/dynamic';
import { useId, useMemo } from 'react';
import type { EvaluatedOut, FunctionOut } from '@/lib/api/model';
import { serverSaid } from '@/lib/words/catalogues/faults/faults';
import { useScope } from '../../scope/hooks/use-scope';
import { flat, type Group } from '../../scope/model/item';
import type { Place } from '../../store/place';
import { celPath } from '../literals';
import { words } from '../words';
import styles from './field.module.css';
import { useEvaluated, useFunctions } from './use-evaluated';

const CodeEditor = dynamic(() => import('./code-editor'), { ssr: false });

export type ExpressionProps = {
  place: Place;
  label: string;
  description?: string | undefined;
  value: string;
  /** What publishing would say. */
  error?: string | undefined;
  onChange: (text: string) => void;
};

/** An expression as text, with the server's word on it and what it gives for the sample. */
export function ExpressionField(props: ExpressionProps) {
  const { place, label, description, value, error = '', onChange } = props;
  const id = useId();
  const groups = useScope(place);
  const functions = useFunctions();
  const completions = useMemo(() => completionsOf(groups, functions), [groups, functions]);
  const { faults, result, isTried, isError } = useEvaluated(place, value);
  const fault = faults.map(({ message }) => message).join(' ') || error;
  return (
    <div className={styles.field}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      {description && (
        <p id={`${id}-help`} className={styles.help}>
          {description}
        </p>
      )}
      <CodeEditor
        value={value}
        attributes={{
          'data-place': place,
          'aria-labelledby': id,
          'aria-describedby': `${description ? `${id}-help ` : ''}${id}-fault ${id}-result`,
        }}
        isInvalid={fault !== ''}
        completions={completions}
        faults={faults}
        onChange={onChange}
      />
      <p id={`${id}-fault`} className={styles.fault}>
        {fault}
      </p>
      <p id={`${id}-result`} className={styles.help} role="status" dir="auto">
        {result && !fault && resultWords(result, isTried)}
        {isError && words.failed}
      </p>
    </div>
  );
}

function resultWords({ value, reason, is_absent }: EvaluatedOut, isTried: boolean): string {
  if (reason) return isTried ? words.noValue(serverSaid(reason)) : words.noSample;
  return is_absent ? words.absent : words.gives(JSON.stringify(value));
}

function completionsOf(groups: readonly Group[], functions: readonly FunctionOut[]): Completion[] {
  const paths = flat(groups.flatMap(({ items }) => items)).map(({ path, label }) => ({
    label: celPath(path),
    detail: label,
    type: 'path',
    boost: 1,
  }));
  const calls = functions.map(({ name, signature, description, on_value }) => ({
    label: on_value ? `.${name}` : name,
    detail: signature,
    info: description,
    type: on_value ? 'method' : 'function',
  }));
  return [
    ...paths,
    { label: 'has', type: 'function' },
    { label: 'size', type: 'function' },
    ...calls,
  ];
}
