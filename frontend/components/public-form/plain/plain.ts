import type { FormServer } from '@/lib/http/server/form-server';
import type { KeptFiles } from './kept-files';

/** What a form that runs no script carries from page to page, and what the server says with it. */
export type Plain = {
  /** Of the submission: sent twice, it makes one. */
  key: string;
  /** Signed by the API: when the form was opened. */
  ticket: string;
  kept: KeptFiles;
  /** Paths that are not asked with the answers of this page. */
  hidden: string[];
  /** What the calculated questions give, by path. */
  calculated: Record<string, unknown>;
  /** A sentence to read before all else; empty for none. */
  notice: string;
  /** Quoted to whoever runs the form, where something failed. */
  requestId: string | null;
};

/** Names of the controls that are no answers. No question's key begins like them. */
export const OWN = {
  act: '_act',
  key: '_key',
  ticket: '_ticket',
  version: '_version',
  hidden: '_hidden',
} as const;

export const EMPTY: Plain = {
  key: '',
  ticket: '',
  kept: {},
  hidden: [],
  calculated: {},
  notice: '',
  requestId: null,
};

/** For a page that is opened now. Throws `ApiError`. */
export async function newPlain(api: FormServer): Promise<Plain> {
  const { ticket } = await api.ticket();
  return { ...EMPTY, key: crypto.randomUUID(), ticket };
}
