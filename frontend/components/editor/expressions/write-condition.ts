import { settled, type Condition, type Row } from './condition';
import { celLiteral, celPath, celText } from './literals';

const SIGNS: Partial<Record<Row['is'], string>> = {
  is: '==',
  isNot: '!=',
  more: '>',
  least: '>=',
  less: '<',
  most: '<=',
};

/** The expression of what is complete; an empty text where nothing is. */
export function writeCondition(condition: Condition): string {
  const found = settled(condition);
  if (!found) return '';
  const single = found.rows.length === 1;
  const texts = found.rows.map((each) => {
    if (Array.isArray(each)) return `(${joined(each, !found.all)})`;
    return bracketed(each, found.all || single);
  });
  return texts.join(found.all ? ' && ' : ' || ');
}

const joined = (rows: readonly Row[], all: boolean): string =>
  rows.map((each) => bracketed(each, all)).join(all ? ' && ' : ' || ');

const bracketed = (row: Row, all: boolean): string => {
  if (!row.guarded) return comparison(row);
  const whole = `has(${celPath(row.path)}) && ${comparison(row)}`;
  return all ? whole : `(${whole})`;
};

function comparison(row: Row): string {
  const path = celPath(row.path);
  const [value = ''] = row.values;
  switch (row.is) {
    case 'given':
      return `has(${path})`;
    case 'notGiven':
      return `!has(${path})`;
    case 'yes':
      return `${path} == true`;
    case 'no':
      return `${path} == false`;
    case 'oneOf':
      return `${path} in [${row.values.filter(Boolean).map(celText).join(', ')}]`;
    case 'contains':
      return `${path}.contains(${celText(value)})`;
    case 'startsWith':
      return `${path}.startsWith(${celText(value)})`;
    case 'includes':
      return `${celText(value)} in ${path}`;
    default:
      return compared(row, path, value, SIGNS[row.is] ?? '==');
  }
}

function compared({ as }: Row, path: string, value: string, sign: string): string {
  switch (as) {
    case 'int':
      return `${path} ${sign} ${celLiteral(Number(value))}`;
    case 'double':
      return `${path} ${sign} ${celLiteral({ double: Number(value) })}`;
    case 'decimal':
      return `decimal.compare(${path}, ${celText(value)}) ${sign} 0`;
    case 'count':
      return `size(${path}) ${sign} ${celLiteral(Number(value))}`;
    case 'moment':
      return `${path}.truncate(10) ${sign} ${celText(value)}`;
    default:
      return `${path} ${sign} ${celText(value)}`;
  }
}
