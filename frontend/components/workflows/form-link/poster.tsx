import { Button } from '@mantine/core';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { useOrigin } from '../hooks/use-origin';
import { isUnknown, useWorkflow } from '../hooks/use-workflow';
import { words as all } from '../words';
import { QrCode } from './qr-code';
import styles from './poster.module.css';

/** A sheet to print: what the form is called, its code, and its address in letters. */
export function Poster({ slug }: { slug: string | undefined }) {
  const words = all.form;
  const { data, error, isPending, refetch } = useWorkflow(slug);
  const origin = useOrigin();
  if (isPending) return <Skeleton width="18rem" height="18rem" />;
  if (!data && !isUnknown(error))
    return <ErrorNotice error={error} what={all.detail.failed} onRetry={() => void refetch()} />;
  if (!data?.form_slug) return <EmptyNote title={words.noForm} />;
  const url = `${origin}/f/${data.form_slug}`;
  return (
    <div className={styles.poster}>
      <h1 dir="auto">{data.name}</h1>
      {origin && <QrCode url={url} label={words.codeLabel(data.name)} />}
      <p className={styles.url}>{url}</p>
      <Button className={styles.print ?? ''} onClick={() => window.print()}>
        {words.print}
      </Button>
    </div>
  );
}
