import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { words as all } from '../words';
import { Assignment } from './assignment';
import { Notes } from './notes';

/** Who looks after the submission, and what they wrote about it. */
export function People({ submission }: { submission: SubmissionDetailOut }) {
  return (
    <>
      <PagePart what={all.people.title}>
        <Assignment submission={submission} />
      </PagePart>
      <PagePart what={all.notes.title}>
        <Notes submissionId={submission.id} />
      </PagePart>
    </>
  );
}
