import { Link } from '@/components/ui/link/link';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Later } from '@/components/ui/later/later';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { RouteLine } from '@/components/ui/route-line/route-line';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import type { SubmissionDetailOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { SUBMISSION_WORDS } from '@/lib/words/catalogues/states/states';
import { Answers } from './answers/answers';
import { DetailHead } from './detail-head';
import { ColumnsSkeleton, DetailSkeleton, PeopleSkeleton } from './detail-skeleton';
import { useLog } from './hooks/use-log';
import { useSubmission } from './hooks/use-submission';
import { stateOf } from './state-of';
import { operatorStop } from './stops';
import { RouteHead } from '@/components/ui/route-line/route-head';
import { Timeline } from './timeline/timeline';
import { words as all } from './words';
import styles from './submission-detail.module.css';

const CorrectAnswers = dynamic(
  () => import('./correct/correct-answers').then((module) => module.CorrectAnswers),
  { ssr: false },
);
const People = dynamic(() => import('./people/people').then((module) => module.People), {
  ssr: false,
  loading: PeopleSkeleton,
});

/** What exactly happened? */
export function SubmissionDetail({ id }: { id: string | undefined }) {
  const words = all.page;
  const { data, error, isPending, refetch, dataUpdatedAt } = useSubmission(id);
  return (
    <>
      <p className={styles.back}>
        <Link href="/submissions">{words.back}</Link>
      </p>
      {data ? (
        <>
          {error && <ErrorNotice error={error} what={words.stale} onRetry={() => void refetch()} />}
          <Detail submission={data} stamp={dataUpdatedAt} />
        </>
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

type Props = { submission: SubmissionDetailOut; stamp: number };

function Detail({ submission, stamp }: Props) {
  const words = all.page;
  const log = useLog(submission.id, stamp);
  const [correcting, setCorrecting] = useState(false);
  return (
    <>
      <PagePart what={words.parts.head}>
        <DetailHead
          submission={submission}
          correcting={correcting}
          onCorrect={() => setCorrecting(true)}
        />
      </PagePart>
      {correcting && (
        <PagePart what={all.correct.title}>
          <CorrectAnswers submission={submission} onLeave={() => setCorrecting(false)} />
        </PagePart>
      )}
      <Later meanwhile={<ColumnsSkeleton />}>
        <Columns submission={submission} log={log} />
      </Later>
      <LiveRegion text={words.stands(SUBMISSION_WORDS[stateOf(submission)])} />
    </>
  );
}

type Known = { submission: SubmissionDetailOut; log: ReturnType<typeof useLog> };

function Columns({ submission, log }: Known) {
  const words = all.page;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Sheet>
          <SheetPart>
            <RouteHead title={words.route} lead={words.follows} />
            <PagePart what={words.route}>
              <RouteLine
                label={words.steps}
                stops={submission.steps.map((step) => operatorStop(step, submission, log.events))}
              />
            </PagePart>
          </SheetPart>
        </Sheet>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{all.timeline.title}</h2>
            <PagePart what={all.timeline.title}>
              <Timeline submission={submission} log={log} />
            </PagePart>
          </SheetPart>
        </Sheet>
      </div>
      <div className={styles.column}>
        <Sheet>
          <SheetPart>
            <h2 className={styles.heading}>{words.sent}</h2>
            <PagePart what={words.sent}>
              <Answers key={submission.id} submission={submission} />
            </PagePart>
          </SheetPart>
        </Sheet>
        <Sheet>
          <SheetPart>
            <PagePart what={all.people.title}>
              <People submission={submission} />
            </PagePart>
          </SheetPart>
        </Sheet>
      </div>
    </div>
  );
}

function isUnknown(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 404 || error.status === 422);
}
