import { useListConnectors } from '@/lib/api/endpoints/connectors/connectors';
import { language } from '@/lib/words/languages';

const FRESH_FOR = 600_000;

/** Every kind of system that can be connected, told in the language of the console. */
export function useConnectorKinds() {
  return useListConnectors({ language: language() }, { query: { staleTime: FRESH_FOR } });
}
