import type { Node, Path } from './nodes';

/** A value that is written out. A number is a whole one; `double`: one that may have a fraction. */
export type Literal = string | number | boolean | { double: number };

const ESCAPES: Record<string, string> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

export const celText = (text: string): string =>
  `'${text.replace(/[\\'\n\r\t]/g, (each) => ESCAPES[each] ?? each)}'`;

/** CEL tells whole numbers from others by the point. */
function celDouble(value: number): string {
  const written = String(value);
  return /^-?\d+$/.test(written) ? `${written}.0` : written;
}

export function celLiteral(value: Literal): string {
  if (typeof value === 'string') return celText(value);
  return typeof value === 'object' ? celDouble(value.double) : String(value);
}

export const celPath = (path: Path): string => path.join('.');

export function literalOf(node: Node | undefined): Literal | null {
  switch (node?.is) {
    case 'text':
    case 'int':
    case 'bool':
      return node.value;
    case 'double':
      return { double: node.value };
    default:
      return null;
  }
}
