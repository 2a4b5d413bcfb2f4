import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { PrivacyRequestOut } from '@/lib/api/model';
import { personFile, usePrivacyRequest } from '../hooks/use-privacy';
import { EraseForm } from './erase-form';
import { words } from '../words';
import { CountsTable } from './counts-table';
import styles from './found-person.module.css';

/** What one search found, and what can be done with it. */
export function FoundPerson({ id }: { id: string }) {
  const { data, error, isPending, refetch } = usePrivacyRequest(id);
  if (isPending) {
    return (
      <section className={styles.found} aria-label={words.person.loading} aria-busy="true">
        <Skeleton width="16rem" height="1.5rem" />
        <Skeleton width="100%" height="6rem" />
      </section>
    );
  }
  if (data === undefined) {
    return (
      <ErrorNotice error={error} what={words.person.notLoaded} onRetry={() => void refetch()} />
    );
  }
  return <Found request={data} />;
}

function Found({ request }: { request: PrivacyRequestOut }) {
  const sentence = words.sentences[request.status](request);
  const subject = request.subject;
  return (
    <section className={styles.found} aria-labelledby="found">
      <h2 id="found">{subject ?? words.person.forgotten}</h2>
      <p>{sentence}</p>
      <LiveRegion text={sentence} />
      {request.workflows.length > 0 && <CountsTable workflows={request.workflows} />}
      {request.waiting.length > 0 && (
        <p className={styles.note}>{words.person.waiting(request.waiting)}</p>
      )}
      {subject !== null && request.status !== 'searching' && (
        <>
          <div>
            <Button component="a" href={personFile(request.id)} download variant="default">
              {words.person.export}
            </Button>
          </div>
          {request.status === 'found' && <EraseForm request={request} subject={subject} />}
        </>
      )}
    </section>
  );
}
