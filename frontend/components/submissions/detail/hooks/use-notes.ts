import { useQueryClient } from '@tanstack/react-query';
import {
  getListNotesQueryKey,
  useChangeNote,
  useCreateNote,
  useDeleteNote,
  useListNotes,
} from '@/lib/api/endpoints/submissions/submissions';

const REFRESH_EVERY = 30_000;

/** What operators wrote about a submission. Others write too, so it is asked for now and then. */
export function useNotes(submissionId: string) {
  return useListNotes(submissionId, { query: { refetchInterval: REFRESH_EVERY } });
}

/** Writing, changing and deleting one's own. */
export function useNoteChanges(submissionId: string) {
  const client = useQueryClient();
  const queryKey = getListNotesQueryKey(submissionId);
  const mutation = { onSettled: () => client.invalidateQueries({ queryKey }) };
  return {
    add: useCreateNote({ mutation }),
    change: useChangeNote({ mutation }),
    remove: useDeleteNote({ mutation }),
  };
}
