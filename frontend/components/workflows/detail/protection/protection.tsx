import dynamic from 'next/dynamic';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useProtection } from '../../hooks/use-protection';
import { words as all } from '../../words';
import styles from './protection.module.css';

const Waiting = () => <Skeleton width="24rem" height="8rem" />;

const ProtectionForm = dynamic(
  () => import('./protection-form').then((module) => module.ProtectionForm),
  { ssr: false, loading: Waiting },
);

type Props = { slug: string; mayManage: boolean };

/** What the public form asks of those who send it, and where it may stand. */
export function Protection({ slug, mayManage }: Props) {
  const words = all.detail.protection;
  const { data, error, isPending, refetch } = useProtection(slug);
  return (
    <>
      <p className={styles.lead}>{words.lead}</p>
      {data ? (
        <ProtectionForm key={slug} slug={slug} protection={data} mayManage={mayManage} />
      ) : isPending ? (
        <Waiting />
      ) : (
        <ErrorNotice error={error} what={words.notLoaded} onRetry={() => void refetch()} />
      )}
    </>
  );
}
