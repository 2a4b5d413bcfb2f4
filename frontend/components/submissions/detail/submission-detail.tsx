import Link from 'next/link';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { useSubmission } from '@/lib/hooks/use-submission';
import { ApiError } from '@/lib/http/api-error';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import { Answers } from './answers';
import { DetailHead } from './detail-head';
import { DetailSkeleton } from './detail-skeleton';
import { operatorStop } from './stops';
import styles from './detail.module.css';

/** What exactly happened? */
export function SubmissionDetail({ id }: { id: string | undefined }) {
  const { data, error, isPending, refetch } = useSubmission(id);
  return (
    <>
      <p className={styles.back}>
        <Link href="/submissions">All submissions</Link>
      </p>
      {data ? (
        <Detail submission={data} />
      ) : isPending ? (
        <DetailSkeleton />
      ) : isUnknown(error) ? (
        <>
          <h1>There is no such submission</h1>
          <EmptyNote title="Check the address">
            <p>It may belong to another organization, or its id is not complete.</p>
          </EmptyNote>
        </>
      ) : (
        <ErrorNotice
          error={error}
          what="The submission could not be loaded"
          onRetry={() => void refetch()}
        />
      )}
    </>
  );
}

function Detail({ submission }: { submission: SubmissionDetailOut }) {
  return (
    <>
      <DetailHead submission={submission} />
      <div className={styles.columns}>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>Route</h2>
            <RouteLine
              label="Steps of this submission"
              stops={submission.steps.map((step) => operatorStop(step, submission))}
            />
          </SheetPart>
        </Sheet>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>What was sent</h2>
            <Answers key={submission.id} submission={submission} />
          </SheetPart>
        </Sheet>
      </div>
      <LiveRegion text={`State: ${SUBMISSION_WORDS[submissionState(submission.status)]}`} />
    </>
  );
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 422);
}
