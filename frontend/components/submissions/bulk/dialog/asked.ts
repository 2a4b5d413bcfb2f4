import type {
  BulkFieldOut,
  BulkKind,
  BulkPreviewIn,
  Decision,
  SubmissionFilterIn,
} from '@/lib/api/model';

/** What a person has said so far about an action. `value`: as typed; null: the answer is taken out. */
export type Said = {
  newest: boolean;
  field: BulkFieldOut | null;
  value: string | string[] | boolean | null;
  decision: Decision | null;
  record: string;
  note: string;
};

export const NOTHING_SAID: Said = {
  newest: false,
  field: null,
  value: '',
  decision: null,
  record: '',
  note: '',
};

/** What is asked of the API; null while something is missing. */
export function askedOf(
  kind: BulkKind,
  filter: SubmissionFilterIn,
  said: Said,
): BulkPreviewIn | null {
  switch (kind) {
    case 'retry':
    case 'cancel':
      return { kind, filter };
    case 'resume':
      return { kind, filter, newest_version: said.newest };
    case 'correct':
      if (said.field === null || said.value === '') return null;
      return {
        kind,
        filter,
        newest_version: said.newest,
        field: said.field.key,
        value: valueOf(said.field, said.value),
      };
    case 'resolve':
      if (said.decision === null) return null;
      return {
        kind,
        filter,
        decision: said.decision,
        record: said.decision === 'delivered' ? said.record.trim() : '',
        note: said.note.trim(),
      };
  }
}

/** Numbers as numbers, everything else as it was typed: the form says whether it takes it. */
function valueOf(field: BulkFieldOut, value: Said['value']) {
  const counted = field.kind === 'integer' || field.kind === 'rating';
  return counted && typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value;
}
