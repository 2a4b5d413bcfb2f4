import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { useAllConnections } from '@/lib/hooks/use-all-connections';
import { useTemplate } from '../../hooks/use-templates';
import { isUnknown } from '../../hooks/use-workflow';
import { words as all } from '../../words';
import { Setup } from './setup';

/** Everything that a template's setup needs to know before anything can be chosen. */
export function SetupPage({ template }: { template: string }) {
  const words = all.new;
  const about = useTemplate(template);
  const connections = useAllConnections();
  if (isUnknown(about.error))
    return (
      <EmptyNote title={words.unknown.title}>
        <p>{words.unknown.text}</p>
      </EmptyNote>
    );
  const failed = [about, connections].find(({ isError, data }) => isError && !data);
  if (failed)
    return (
      <ErrorNotice
        error={failed.error}
        what={words.templateFailed}
        onRetry={() => void failed.refetch()}
      />
    );
  // One that was just made for it is not in what was known before.
  const isOld = connections.isFetching && !connections.isFetchedAfterMount;
  if (!about.data || !connections.data || isOld) return <RouteSkeleton stops={4} />;
  return (
    <PagePart what={about.data.name}>
      <Setup template={about.data} connections={connections.data} />
    </PagePart>
  );
}
