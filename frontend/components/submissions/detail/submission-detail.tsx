import Link from 'next/link';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { SUBMISSION_WORDS, submissionState } from '@/lib/words/states';
import { useSubmission } from '../hooks/use-submission';
import { words as all } from '../words';
import { Answers } from './answers/answers';
import { DetailHead } from './detail-head';
import { DetailSkeleton } from './detail-skeleton';
import { operatorStop } from './stops';
import styles from './submission-detail.module.css';

const words = all.detail;

/** What exactly happened? */
export function SubmissionDetail({ id }: { id: string | undefined }) {
  const { data, error, isPending, refetch } = useSubmission(id);
  return (
    <>
      <p className={styles.back}>
        <Link href="/submissions">{words.back}</Link>
      </p>
      {data ? (
        <Detail submission={data} />
      ) : isPending ? (
        <DetailSkeleton />
      ) : isUnknown(error) ? (
        <>
          <h1>{words.unknown.title}</h1>
          <EmptyNote title={words.unknown.next}>
            <p>{words.unknown.text}</p>
          </EmptyNote>
        </>
      ) : (
        <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />
      )}
    </>
  );
}

function Detail({ submission }: { submission: SubmissionDetailOut }) {
  return (
    <>
      <PagePart what={words.parts.head}>
        <DetailHead submission={submission} />
      </PagePart>
      <div className={styles.columns}>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{words.route}</h2>
            <PagePart what={words.route}>
              <RouteLine
                label={words.steps}
                stops={submission.steps.map((step) => operatorStop(step, submission))}
              />
            </PagePart>
          </SheetPart>
        </Sheet>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{words.sent}</h2>
            <PagePart what={words.sent}>
              <Answers key={submission.id} submission={submission} />
            </PagePart>
          </SheetPart>
        </Sheet>
      </div>
      <LiveRegion text={words.stands(SUBMISSION_WORDS[submissionState(submission.status)])} />
    </>
  );
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 422);
}
