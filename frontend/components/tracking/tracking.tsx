import { ApiError } from '@/lib/http/api-error';
import { useTracking } from '@/lib/hooks/use-tracking';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { TrackingSkeleton } from './tracking-skeleton';
import { Waybill } from './waybill';

/** Did it arrive, and if not, what happens now? */
export function Tracking({ token }: { token: string | undefined }) {
  const { data, error, isPending, liveness, refetch } = useTracking(token);
  if (data) return <Waybill tracking={data} liveness={liveness} />;
  if (isPending) return <TrackingSkeleton />;
  if (error instanceof ApiError && (error.status === 404 || error.status === 422)) {
    return (
      <>
        <h1>No submission has this address</h1>
        <EmptyNote title="Check the link">
          <p>A tracking link has to be complete. Copy it again from where you got it.</p>
        </EmptyNote>
      </>
    );
  }
  return (
    <ErrorNotice
      error={error}
      what="The state could not be loaded"
      onRetry={() => void refetch()}
    />
  );
}
