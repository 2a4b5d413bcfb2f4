import type { ReactNode } from 'react';
import { Phrase } from '@/components/ui/phrase/phrase';
import type { NeedKind, NeedOut } from '@/lib/api/model';
import { number } from '@/lib/words/amounts/plural';
import type { State } from '@/lib/words/catalogues/states/states';
import { words } from '../words';

const STATES: Record<NeedKind, State> = {
  failed: 'failed',
  unknown: 'needs',
  overdue: 'waiting',
  connection_refused: 'failed',
  connection_paused: 'skipped',
  connection_open: 'needs',
  worker_silent: 'failed',
  callbacks_disabled: 'cancelled',
  credential_ends: 'waiting',
};

export const stateOf = (kind: NeedKind): State => STATES[kind];

/** What is wrong, with which thing. Names may be of any script and length. */
export function Sentence({ need }: { need: NeedOut }) {
  const error = need.error ? (words.needs.errors[need.error] ?? words.needs.otherError) : '';
  return (
    <Phrase
      text={words.needs.sentences[need.kind]}
      parts={{
        name: named(need.name),
        workflow: named(need.workflow?.name),
        connection: named(need.connection?.name),
        count: number(need.count),
        error: error || words.needs.otherError,
      }}
    />
  );
}

function named(name: string | undefined): ReactNode {
  return <bdi>{name}</bdi>;
}
