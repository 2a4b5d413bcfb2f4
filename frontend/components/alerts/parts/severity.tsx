import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { Severity } from '@/lib/api/model';
import type { State } from '@/lib/words/catalogues/states/states';
import { words } from '../words';

const STATES: Record<Severity, State> = { critical: 'failed', warning: 'needs', info: 'transit' };

/** How grave: a shape, a word and a colour. */
export function SeverityLabel({ severity }: { severity: Severity }) {
  return <StateLabel state={STATES[severity]} word={words.severities[severity]} />;
}
