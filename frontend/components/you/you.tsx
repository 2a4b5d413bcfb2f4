import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useMe } from '@/lib/hooks/person/use-me';
import { PreferencesForm } from './preferences-form';
import { words } from './words';
import styles from './you.module.css';

/** What a person decides for themselves about how the console speaks to them. */
export function You() {
  const me = useMe();
  return (
    <div className={styles.you}>
      <p className={styles.lead}>{words.lead}</p>
      {me.data ? (
        <PagePart what={words.form}>
          <PreferencesForm key={`${me.data.language} ${me.data.time_zone}`} me={me.data} />
        </PagePart>
      ) : me.error ? (
        <ErrorNotice error={me.error} what={words.notLoaded} onRetry={() => void me.refetch()} />
      ) : (
        <div className={styles.form} aria-busy aria-label={words.loading}>
          <Skeleton width="6rem" />
          <Skeleton width="100%" height="2.75rem" />
          <Skeleton width="6rem" />
          <Skeleton width="100%" height="2.75rem" />
        </div>
      )}
    </div>
  );
}
