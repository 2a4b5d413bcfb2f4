import { useEffect } from 'react';
import { forgetWork, useBackgroundWork, type Work } from '@/lib/hooks/work/use-background-work';
import { useNotices } from '@/lib/hooks/work/use-notices';
import { useWorkState } from '@/lib/hooks/work/use-work-state';
import { ApiError } from '@/lib/http/api-error';
import { words } from '../words';

/** Waits for what this tab has started, and says when it is over. */
export function EndedWork() {
  return useBackgroundWork().map((work) => <Waiting key={work.address} work={work} />);
}

function Waiting({ work }: { work: Work }) {
  const { tell } = useNotices();
  const { data, error } = useWorkState(work);
  const over = data?.finished_at ? data : null;
  const gone = error instanceof ApiError && !error.retryable && error.status !== 401;
  useEffect(() => {
    if (!over && !gone) return;
    forgetWork(work.address);
    if (over)
      tell({
        text: words.work.ended(work.what, over),
        failed: (over.refused ?? 0) > 0,
        way: { href: work.href, label: words.work.look },
      });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once, when it is over
  }, [over, gone]);
  return null;
}
