import { ApiError } from '@/lib/http/api-error';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useTracking } from './hooks/use-tracking';
import { TrackingSkeleton } from './tracking-skeleton';
import { Waybill } from './waybill';
import { words } from './words';

/** Did it arrive, and if not, what happens now? */
export function Tracking({ token }: { token: string | undefined }) {
  const { data, error, isPending, liveness, refetch } = useTracking(token);
  if (data) return <Waybill tracking={data} liveness={liveness} />;
  if (isPending) return <TrackingSkeleton />;
  if (error instanceof ApiError && (error.status === 404 || error.status === 422)) {
    return (
      <>
        <h1>{words.unknown.title}</h1>
        <EmptyNote title={words.unknown.next}>
          <p>{words.unknown.text}</p>
        </EmptyNote>
      </>
    );
  }
  return <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />;
}
