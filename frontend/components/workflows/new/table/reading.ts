import Papa from 'papaparse';
import { differentOf, kindOf, type Kind } from './guessing';

export const MOST_COLUMNS = 200;
const MOST_ROWS = 200;
const MOST_BYTES = 512 * 1024;
const LONGEST_LABEL = 200;
const MOST_CHOICES = 50;
/** What is no more than signs names nothing. */
const NAMING = /[\p{L}\p{N}]/u;

/** A column, and the question that it becomes. `kind` null: none. */
export type Column = {
  at: number;
  name: string;
  label: string;
  kind: Kind | null;
  required: boolean;
  /** The first answer; empty without any. */
  example: string;
  choices: string[];
};
export type TableRead = { columns: Column[]; rows: number; isCut: boolean };

/** The columns of a table as text, with a guess of what each asks. Empty ones are left out. */
export function readTable(text: string, unnamed: (at: number) => string): TableRead {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, '').trimStart(), {
    preview: MOST_ROWS + 1,
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  const [header = [], ...rows] = data.map((row) => row.map((cell) => cell.trim()));
  if (!header.some((name) => NAMING.test(name))) return { columns: [], rows: 0, isCut: false };
  const columns = header.flatMap((name, index) => {
    const values = rows.map((row) => row[index] ?? '');
    return name || values.some(Boolean)
      ? [columnOf(name || unnamed(index + 1), index, values)]
      : [];
  });
  return {
    columns: columns.slice(0, MOST_COLUMNS),
    rows: rows.length,
    isCut: columns.length > MOST_COLUMNS,
  };
}

function columnOf(name: string, at: number, values: string[]): Column {
  return {
    at,
    name,
    label: name.slice(0, LONGEST_LABEL),
    kind: kindOf(name, values),
    required: values.every(Boolean),
    example: values.find(Boolean) ?? '',
    choices: differentOf(values)
      .filter((each) => each.length <= LONGEST_LABEL)
      .slice(0, MOST_CHOICES),
  };
}

/** The beginning of a file as text: UTF-8, or what spreadsheets of the West write else. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.slice(0, MOST_BYTES).arrayBuffer();
  const isWhole = file.size <= MOST_BYTES;
  const text = decoded(bytes);
  // The last line may end anywhere.
  return isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}

function decoded(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
