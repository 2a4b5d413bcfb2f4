import { getConnectionList } from '@/lib/api/endpoints/connections/connections';
import { ApiError } from '@/lib/http/api-error';
import { useEditorStore } from '../../store/context';
import { exampleAnswers } from '../example';

/** Makes an example the sample: every question gets an answer that it takes. */
export function useExample(): () => Promise<void> {
  const store = useEditorStore();
  return async () => {
    const { definition } = store.getState().history.now;
    if (!definition) return;
    const data = await exampleAnswers(definition, firstOf);
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
