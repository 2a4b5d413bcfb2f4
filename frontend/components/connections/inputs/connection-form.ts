import type { UseFormReturnType } from '@mantine/form';
import type { DraftRecord } from '../schema/draft';

/** What a form about a connection holds; a form that changes one part leaves the others empty. */
export type ConnectionDraft = {
  name: string;
  slug: string;
  settings: DraftRecord;
  credentials: DraftRecord;
};

export type ConnectionForm = UseFormReturnType<ConnectionDraft>;
