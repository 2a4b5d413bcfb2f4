import { Link } from '@/components/ui/link/link';
import type { WorkflowCountsLatelyOut } from '@/lib/api/model';
import { words as all } from '../words';
import styles from './lately.module.css';

type Props = { slug: string; counts: WorkflowCountsLatelyOut };

/** How many came in, and how many of them went wrong, each leading to the list of them. */
export function Lately({ slug, counts }: Props) {
  const words = all.list.counts;
  const { accepted, failed, needs_attention: needs } = counts;
  const list = (status = '') => ({
    pathname: '/submissions',
    query: { workflow: slug, ...(status && { status }) },
  });
  if (accepted + failed + needs === 0) return <span className={styles.none}>{words.none}</span>;
  return (
    <>
      <Link href={list()} className={styles.count}>
        {words.accepted(accepted)}
      </Link>
      {failed > 0 && (
        <Link href={list('failed')} className={styles.failed}>
          {words.failed(failed)}
        </Link>
      )}
      {needs > 0 && (
        <Link href={list('needs_attention')} className={styles.needs}>
          {words.needs(needs)}
        </Link>
      )}
    </>
  );
}
