import type { WidgetProps } from '@rjsf/utils';
import { lazy, Suspense } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';

const FileQuestion = lazy(() => import('./file-question'));

/** Loaded only where a form asks for files. */
export function FilesWidget(props: WidgetProps) {
  return (
    <Suspense fallback={<Skeleton width="100%" height="4.5rem" />}>
      <FileQuestion {...props} />
    </Suspense>
  );
}
