import { useDeferredValue, useState, type ReactNode } from 'react';
import { EmptyNote } from '@/components/ui/empty-note/empty-note';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PageHead } from '@/components/ui/page-head/page-head';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { useLeaveGuard } from '@/lib/hooks/use-leave-guard';
import { useMe } from '@/lib/hooks/person/use-me';
import type { FaultOut } from '@/lib/api/model';
import { ApiError } from '@/lib/http/api-error';
import { DocumentView } from './document/document-view';
import { useAddress } from './hooks/use-address';
import { ClashDialog } from './keeping/clash-dialog';
import { useJudged } from './keeping/use-judged';
import { useKeeping } from './keeping/use-keeping';
import { useOpened } from './keeping/use-opened';
import { plainFault } from './problems/plain';
import { Problems } from './problems/problems';
import { Panes } from './shell/panes';
import { Toolbar } from './shell/toolbar';
import { EditorProvider, useEditor, useEditorStore } from './store/context';
import type { Place } from './store/place';
import { words as all } from './words';

/** How publishing is asked for. It belongs to another feature; the page puts both together. */
export type Publishing = (asked: {
  tag: string;
  /** A problem in the words of the editor. */
  said: (fault: FaultOut) => string;
  onClose: () => void;
}) => ReactNode;

type Props = { slug: string | undefined; at: Place | undefined; publishing: Publishing };

/** Makes a workflow without writing code: its form, its steps, and what each of them sends. */
export function Editor({ slug, at, publishing }: Props) {
  const words = all;
  const me = useMe();
  const organization = me.data?.organization.id;
  const mayManage = me.data?.permissions.includes('workflows:manage');
  const opened = useOpened(mayManage ? organization : undefined, slug, at ?? 'form');
  // Drawn piece by piece: it is much at once for a phone.
  const store = useDeferredValue(opened.store);
  if (me.data && !mayManage)
    return (
      <EmptyNote title={words.viewer.title}>
        <p>{words.viewer.text}</p>
      </EmptyNote>
    );
  if (store && organization)
    return (
      <EditorProvider store={store}>
        <Opened organization={organization} publishing={publishing} />
      </EditorProvider>
    );
  if (opened.error instanceof ApiError && [404, 422].includes(opened.error.status))
    return (
      <EmptyNote title={words.unknown.title}>
        <p>{words.unknown.text}</p>
      </EmptyNote>
    );
  if (opened.error)
    return (
      <ErrorNotice error={opened.error} what={words.failed} onRetry={() => void opened.refetch()} />
    );
  return (
    <>
      <PageHead title={all.opening.title} lead={all.opening.lead} />
      <RouteSkeleton stops={5} />
    </>
  );
}

function Opened({ organization, publishing }: { organization: string; publishing: Publishing }) {
  const store = useEditorStore();
  const flush = useKeeping(organization);
  const [isPublishing, setPublishing] = useState(false);
  const isText = useEditor(
    ({ view, history }) => view === 'text' || history.now.definition === null,
  );
  useJudged();
  useAddress();
  // What cannot be saved now says so itself; what is older is not published in its place.
  const publish = async () => {
    await flush();
    setPublishing(store.getState().saving === 'saved');
  };
  return (
    <>
      <Toolbar onPublish={() => void publish()} />
      <Problems />
      {isText ? <DocumentView /> : <Panes />}
      <ClashDialog />
      <UnsavedGuard />
      {isPublishing && <Asked publishing={publishing} onClose={() => setPublishing(false)} />}
    </>
  );
}

/** By itself: the first key after each saving changes it, and nothing else is to be drawn then. */
function UnsavedGuard() {
  useLeaveGuard(useEditor(({ saving }) => saving !== 'saved'));
  return null;
}

function Asked({ publishing, onClose }: { publishing: Publishing; onClose: () => void }) {
  const tag = useEditor((state) => state.tag);
  return publishing({ tag, said: (fault) => plainFault(fault).message, onClose });
}
