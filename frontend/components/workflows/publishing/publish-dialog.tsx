import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import type { FaultOut } from '@/lib/api/model';
import { words } from './words';
import { Prospects } from './prospects';
import { Published } from './published';
import { useProspect, usePublishing } from './use-publishing';

type Props = {
  slug: string;
  onClose: () => void;
  /** The `etag` of the draft to publish; without: of what the dialog shows. */
  tag?: string | undefined;
  /** A problem in other words than those of the check. */
  said?: ((fault: FaultOut) => string) | undefined;
};

/** What publishing the draft means, before it is done, and what comes next. */
export function PublishDialog({ slug, onClose, tag, said }: Props) {
  const { data, error, isPending, refetch } = useProspect(slug, tag);
  const publishing = usePublishing(slug);
  const made = publishing.data;
  const name = data?.draft.definition?.name ?? data?.workflow.name;
  const shown = typeof name === 'string' ? name : slug;
  return (
    <Dialog title={made ? words.done.title(shown) : words.title(shown)} onClose={onClose}>
      {made ? (
        <Published slug={slug} version={made} onClose={onClose} />
      ) : data ? (
        <Prospects
          prospect={data}
          publishing={publishing}
          said={said}
          onPublish={(note) => publishing.mutate({ note, tag: tag ?? data.draft.etag })}
          onClose={onClose}
        />
      ) : isPending ? (
        <Skeleton width="24rem" height="10rem" />
      ) : (
        <ErrorNotice error={error} what={words.failed} onRetry={() => void refetch()} />
      )}
    </Dialog>
  );
}
