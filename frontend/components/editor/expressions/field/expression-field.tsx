import type { Completion } from '@codemirror/autocomplete';
import dynamic from 'next/dynamic';
import { useMemo } from 'react';
import type { EvaluatedOut, FunctionOut } from '@/lib/api/model';
import { serverSaid } from '@/lib/words/catalogues/faults/faults';
import { useScope } from '../../scope/hooks/use-scope';
import { flat, type Group } from '../../scope/model/item';
import type { Place } from '../../store/place';
import { celPath } from '../literals';
import { words } from '../words';
import { CodeFrame } from './code-frame';
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
  const groups = useScope(place);
  const functions = useFunctions();
  const completions = useMemo(() => completionsOf(groups, functions), [groups, functions]);
  const { faults, result, isTried, isError } = useEvaluated(place, value);
  const fault = faults.map(({ message }) => message).join(' ') || error;
  const said = result && !fault ? resultWords(result, isTried) : '';
  return (
    <CodeFrame {...{ place, label, description, fault }} result={isError ? words.failed : said}>
      {(attributes) => (
        <CodeEditor
          isInvalid={fault !== ''}
          {...{ value, attributes, completions, faults, onChange }}
        />
      )}
    </CodeFrame>
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
