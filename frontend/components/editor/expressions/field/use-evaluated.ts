import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDebouncedValue } from '@mantine/hooks';
import { evaluateText, useGetExpressionFunctions } from '@/lib/api/endpoints/workflows/workflows';
import { faultWords } from '@/lib/words/catalogues/faults/faults';
import { currentText } from '../../store/editor-store';
import { useEditorStore, useSample } from '../../store/context';
import { placeForServer, type Place } from '../../store/place';
import { isComputed } from '../template';

const AFTER_TYPING_MS = 400;
const OPENING = '${{ ';

/** The server's word on an expression while it is written, and what it gives for the sample. */
export function useEvaluated(place: Place, expression: string) {
  const store = useEditorStore();
  const [{ data }] = useSample();
  const [text] = useDebouncedValue(expression, AFTER_TYPING_MS);
  const isBare = !isComputed(text);
  const query = useQuery({
    queryKey: ['evaluated', place, text, data],
    queryFn: ({ signal }) =>
      evaluateText(
        {
          document: currentText(store),
          place: placeForServer(place),
          text: isBare ? `${OPENING}${text} }}` : text,
          data,
        },
        { signal },
      ),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  // Faults count from where the whole text begins.
  const shift = isBare ? OPENING.length : 0;
  const faults = (query.data?.faults ?? []).map(({ line, column, ...fault }) => ({
    message: faultWords(fault),
    line,
    column: column !== null && line === 1 ? Math.max(column - shift, 1) : column,
  }));
  const isCurrent = text === expression && text.trim() !== '' && !query.isPlaceholderData;
  return {
    faults: isCurrent ? faults : [],
    result: isCurrent ? query.data : undefined,
    isTried: Object.keys(data).length > 0,
    isError: query.isError,
  };
}

/** The functions that expressions may call. */
export const useFunctions = () =>
  useGetExpressionFunctions({ query: { staleTime: Infinity } }).data?.functions ?? NONE;

const NONE: never[] = [];
