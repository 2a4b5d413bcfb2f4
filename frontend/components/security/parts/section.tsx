import type { UseQueryResult } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Later } from '@/components/ui/later/later';
import { Sheet, SheetPart } from '@/components/ui/sheet/sheet';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { words } from '../words';
import styles from './section.module.css';

type Props<Data> = {
  title: string;
  hint: string;
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
};

/** One part of the page, in whichever state its data is. */
export function Section<Data>({ title, hint, query, children }: Props<Data>) {
  const id = useId();
  const waiting = (
    <div
      className={styles.waiting}
      aria-busy="true"
      aria-label={words.loading(title)}
      data-awaits="true"
    >
      <Skeleton width="100%" height="2.75rem" />
    </div>
  );
  return (
    <section aria-labelledby={id}>
      <Sheet>
        <SheetPart>
          <h2 id={id}>{title}</h2>
          <p className={styles.hint}>{hint}</p>
          {query.isPending ? (
            waiting
          ) : query.isError ? (
            <ErrorNotice
              error={query.error}
              what={words.notLoaded}
              onRetry={() => void query.refetch()}
            />
          ) : (
            <Later meanwhile={waiting}>{children(query.data)}</Later>
          )}
        </SheetPart>
      </Sheet>
    </section>
  );
}
