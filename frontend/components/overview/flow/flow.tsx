import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { OverviewOut } from '@/lib/api/model';
import { useOverview } from '../hooks/use-overview';
import { useView, type View } from '../hooks/use-view';
import { useZone } from '@/lib/hooks/person/use-zone';
import { ByConnection } from '../parts/by-connection';
import { ByWorkflow } from '../parts/by-workflow';
import { Waiting } from '../parts/waiting';
import { words } from '../words';
import { Figures } from './figures';
import { FlowSkeleton } from './flow-skeleton';
import { Tiles } from './tiles';
import { ViewBar } from './view-bar';
import styles from './flow.module.css';

/** What went through, how well and how fast, and what waits. */
export function Flow() {
  const { view, change, ready } = useView();
  return ready ? <Shown view={view} onChange={change} /> : <FlowSkeleton />;
}

type Props = { view: View; onChange: (next: Partial<View>) => void };

function Shown({ view, onChange }: Props) {
  const zone = useZone();
  const { data, error, isPending, isPlaceholderData, refetch } = useOverview(view, zone);
  const retry = () => void refetch();
  return (
    <section className={styles.flow} aria-labelledby="flow">
      <div className={styles.head}>
        <h2 id="flow">{words.flow.title}</h2>
        <ViewBar view={view} data={data} onChange={onChange} />
      </div>
      {isPending ? (
        <FlowSkeleton />
      ) : data === undefined ? (
        <ErrorNotice error={error} what={words.flow.failed} onRetry={retry} />
      ) : (
        <div className={styles.numbers} aria-busy={isPlaceholderData}>
          {error && <ErrorNotice error={error} what={words.flow.stale} onRetry={retry} />}
          <Numbers data={data} view={view} zone={zone} onChange={onChange} />
        </div>
      )}
    </section>
  );
}

function Numbers({ data, view, zone, onChange }: Props & { data: OverviewOut; zone: string }) {
  return (
    <>
      <p className={styles.note}>
        {words.flow.zone(zone)} {view.connection !== null && words.flow.attemptsOnly}
      </p>
      <Tiles data={data} view={view} />
      <PagePart what={words.parts.figures}>
        <Figures data={data} view={view} zone={zone} />
      </PagePart>
      <PagePart what={words.parts.waiting}>
        <Waiting data={data} />
      </PagePart>
      <PagePart what={words.parts.workflows}>
        <ByWorkflow data={data} onOnly={(workflow) => onChange({ workflow, connection: null })} />
      </PagePart>
      <PagePart what={words.parts.connections}>
        <ByConnection
          data={data}
          onOnly={(connection) => onChange({ connection, workflow: null })}
        />
      </PagePart>
    </>
  );
}
