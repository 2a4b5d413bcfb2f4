import { Button } from '@mantine/core';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { LiveRegion } from '@/components/ui/live-region/live-region';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { PrivacyRequestOut } from '@/lib/api/model';
import { personFile, usePrivacyRequest } from '../hooks/use-privacy';
import { EraseForm } from './erase-form';
import { statusSentence } from '../words';
import styles from '../privacy.module.css';

/** What one search found, and what can be done with it. */
export function FoundPerson({ id }: { id: string }) {
  const { data, error, isPending, refetch } = usePrivacyRequest(id);
  if (isPending) {
    return (
      <section className={styles.found} aria-label="Loading the search" aria-busy="true">
        <Skeleton width="16rem" height="1.5rem" />
        <Skeleton width="100%" height="6rem" />
      </section>
    );
  }
  if (data === undefined) {
    return (
      <ErrorNotice
        error={error}
        what="The search could not be loaded"
        onRetry={() => void refetch()}
      />
    );
  }
  return <Found request={data} />;
}

function Found({ request }: { request: PrivacyRequestOut }) {
  const sentence = statusSentence(request);
  const subject = request.subject;
  return (
    <section className={styles.found} aria-labelledby="found">
      <h2 id="found">{subject ?? 'A person who is forgotten here'}</h2>
      <p>{sentence}</p>
      <LiveRegion text={sentence} />
      {request.workflows.length > 0 && <Counts request={request} />}
      {request.waiting.length > 0 && (
        <p className={styles.note}>
          Still on their way, and erased only when they have ended: {request.waiting.join(', ')}.
        </p>
      )}
      {subject !== null && request.status !== 'searching' && (
        <>
          <div>
            <Button component="a" href={personFile(request.id)} download variant="default">
              Export as JSON
            </Button>
          </div>
          {request.status === 'found' && <EraseForm request={request} subject={subject} />}
        </>
      )}
    </section>
  );
}

function Counts({ request }: { request: PrivacyRequestOut }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Workflow</th>
          <th scope="col">Submissions</th>
          <th scope="col">On their way</th>
          <th scope="col">Mentioned in others</th>
        </tr>
      </thead>
      <tbody>
        {request.workflows.map((each) => (
          <tr key={each.id}>
            <th scope="row">{each.name}</th>
            <td data-label="Submissions">{each.submissions}</td>
            <td data-label="On their way">{each.in_flight}</td>
            <td data-label="Mentioned in others">{each.mentions}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
