import { useState } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useDevice } from './hooks/use-device';
import { usePerson } from './hooks/use-person';
import { CodeForm } from './parts/code-form';
import { Request } from './request/request';
import { words } from './words';
import styles from './device.module.css';

/** Statuses that are about the code, and not about the way to the server. */
const ABOUT_THE_CODE = [404, 409, 422, 429];

/** `given`: the code in the address, empty without one, undefined until the address is known. */
export function Device({ given }: { given: string | undefined }) {
  const person = usePerson();
  const [typed, setTyped] = useState<string | null>(null);
  const code = typed ?? given ?? '';
  const device = useDevice(person.waiting || person.error ? '' : code);
  const refusal =
    device.error && ABOUT_THE_CODE.includes(device.error.status) ? device.error : null;

  const look = (wanted: string) => {
    if (wanted === code) void device.refetch();
    else setTyped(wanted);
  };

  if (person.error)
    return (
      <ErrorNotice
        error={person.error}
        what={words.notSeen}
        onRetry={() => void person.refetch()}
      />
    );
  if (device.error && !refusal)
    return (
      <ErrorNotice
        error={device.error}
        what={words.notLoaded}
        onRetry={() => void device.refetch()}
      />
    );
  if (device.data && !device.error)
    return (
      <Frame>
        <Request
          key={code}
          code={code}
          device={device.data}
          me={person.me}
          onOther={() => setTyped('')}
        />
      </Frame>
    );
  return (
    <Frame>
      {person.waiting || given === undefined || device.isLoading ? (
        <Waiting />
      ) : (
        <CodeForm
          code={code}
          refusal={refusal?.problem.detail}
          busy={device.isFetching}
          onCode={look}
        />
      )}
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <div className={styles.narrow}>
      <Sheet>
        <SheetPart>{children}</SheetPart>
      </Sheet>
    </div>
  );
}

function Waiting() {
  return (
    <div className={styles.parts} aria-busy="true" aria-label={words.loading} role="status">
      <Skeleton width="60%" height="1.75rem" />
      <Skeleton width="100%" height="3rem" />
      <Skeleton width="9rem" height="2.25rem" />
    </div>
  );
}
