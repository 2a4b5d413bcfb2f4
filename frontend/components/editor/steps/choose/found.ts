import type { ActionOut, ConnectionOut, ConnectorOut } from '@/lib/api/model';
import { alike } from '@/lib/words/alike';
import { words } from '../words';

export type Group = { connection: ConnectionOut; kind: ConnectorOut; actions: ActionOut[] };

/** What each connected system can do, as far as every word of the search is said of it. */
export function foundIn(
  connections: readonly ConnectionOut[],
  connectorOf: (slug: string) => ConnectorOut | undefined,
  search: string,
): Group[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = connections.flatMap((connection) => {
    const kind = connectorOf(connection.slug);
    if (!kind) return [];
    const fits = (action: ActionOut) => {
      const said = saidOf(connection, kind, action);
      return wanted.every((each) =>
        alike(each, words.choose.alike).some((word) => said.includes(word)),
      );
    };
    return [{ connection, kind, actions: kind.actions.filter(fits) }];
  });
  return groups.filter(({ actions }) => actions.length > 0);
}

const saidOf = (connection: ConnectionOut, kind: ConnectorOut, action: ActionOut) =>
  [
    connection.name,
    kind.title,
    action.title,
    action.description,
    action.name,
    words.effects[action.effect],
  ]
    .join(' ')
    .toLowerCase();
