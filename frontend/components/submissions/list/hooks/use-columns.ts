import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useMemo } from 'react';
import { COLUMN_KEYS, USUAL_COLUMNS, type ColumnKey } from '../table/column-keys';

const KEY = 'waybill.submissions.columns';

/** The columns of this browser; those of a saved view go before them. */
export function useColumns(ofView: readonly string[] | undefined) {
  const [kept, keep] = useLocalStorage<string[]>({
    key: KEY,
    defaultValue: [],
    deserialize: (text) => listOf(text),
  });
  const names = ofView?.length ? ofView : kept;
  const chosen = useMemo(() => known(names), [names]);
  const choose = useCallback((columns: ColumnKey[]) => keep(columns), [keep]);
  return { columns: chosen.length > 0 ? chosen : USUAL_COLUMNS, choose };
}

function known(names: readonly string[]): ColumnKey[] {
  return COLUMN_KEYS.filter((key) => names.includes(key));
}

/** Whatever else stands in the browser's storage is as good as nothing. */
function listOf(text: string | undefined): string[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}
