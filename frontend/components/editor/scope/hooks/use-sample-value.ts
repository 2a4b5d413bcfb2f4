import { isRecord } from '../../model/alike';
import type { Path } from '../../expressions/nodes';
import { useEditor } from '../../store/context';
import { words } from '../words';

const LONGEST = 60;

/** What the sample has at a path, in words; an empty text where it has nothing. */
export function useSampleValue(): (path: Path) => string {
  const data = useEditor(({ sample }) => sample.data);
  const preview = useEditor((state) => state.preview);
  return ([root, ...rest]) => {
    if (root === 'input') return shown(valueAt(data, rest));
    const [step, ...inside] = rest;
    const output = preview?.steps.find(({ key }) => key === step)?.output;
    if (root === 'steps') return shown(valueAt(output, inside));
    return root === 'submission' && step === 'language' ? (preview?.language ?? '') : '';
  };
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (isRecord(at) ? at[key] : undefined), value);

function shown(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) {
    return cut(value.join(', '));
  }
  return typeof value === 'object' ? '' : cut(String(value));
}

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
