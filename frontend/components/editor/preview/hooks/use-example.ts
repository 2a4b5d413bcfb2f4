import { getConnectionList } from '@/lib/api/endpoints/connections/connections';
import { previewDefinition } from '@/lib/api/endpoints/workflows/workflows';
import { ApiError } from '@/lib/http/api-error';
import { useEditorStore } from '../../store/context';
import { currentText, type Answers } from '../../store/editor-store';
import { onlyAsked } from '../asked';
import { exampleAnswers } from '../example';

/** Makes an example the sample: every question that is asked gets an answer that it takes. */
export function useExample(): () => Promise<void> {
  const store = useEditorStore();
  return async () => {
    const { definition } = store.getState().history.now;
    if (!definition) return;
    const all = await exampleAnswers(definition, firstOf);
    const document = currentText(store);
    const data = await onlyAsked(definition, all, (some) => refusedIn(document, some));
    store.setState({ sample: { data, reference: null } });
  };
}

async function firstOf(connection: string, list: string): Promise<string | undefined> {
  try {
    const { items } = await getConnectionList(connection, list, { limit: 1 });
    return items[0]?.value;
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

async function refusedIn(document: string, data: Answers): Promise<string[]> {
  try {
    await previewDefinition({ document, data });
    return [];
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return error.problem.errors
      .map(({ field }) => field)
      .filter((each) => each.startsWith('data.'));
  }
}
