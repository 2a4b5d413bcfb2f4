import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useMediaQuery } from '@mantine/hooks';
import dynamic from 'next/dynamic';
import { memo, useEffect } from 'react';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { whenIdle } from '@/lib/config/reporting/idle';
import { useSeen } from '@/lib/hooks/use-seen';
import { FormPane } from '../form/form-pane';
import { useDraft, useEditor, useEditorStore, useSelection } from '../store/context';
import { words as all } from '../words';
import { Route } from './route';
import { UnknownKeys } from './unknown-keys';
import { useFromTop } from './use-from-top';
import { WorkflowPane } from './workflow-pane';
import styles from './panes.module.css';

const loading = () => <Skeleton width="100%" height="20rem" />;
const loadForm = () => import('../form/live-form');
const loadPreview = () => import('../preview/preview');
const loadStep = () => import('../steps/step-pane');
const LiveForm = dynamic(() => loadForm().then((room) => room.LiveForm), { ssr: false, loading });
const Preview = dynamic(() => loadPreview().then((room) => room.Preview), { ssr: false, loading });
const StepPane = dynamic(() => loadStep().then((room) => room.StepPane), { ssr: false, loading });

const PANES = ['route', 'edit', 'result'] as const;

/** The route, the part that is edited, and what comes of it; one at a time on a narrow screen. */
export const Panes = memo(function Panes() {
  const words = all.panes;
  const store = useEditorStore();
  const pane = useEditor((state) => state.pane);
  const result = useEditor((state) => state.result);
  // Only there the route makes room for the part: elsewhere it stands beside it.
  const isPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const panes = PANES.filter((each) => isPhone || each !== 'route');
  // Where one pane is shown at a time, the others are drawn when they are.
  const { ref: route, seen: seesRoute } = useSeen<HTMLDivElement>();
  const { ref: outcome, seen: seesResult } = useSeen<HTMLDivElement>();
  useEffect(() => whenIdle(() => void Promise.allSettled([loadStep(), loadForm()])), []);
  return (
    <>
      <SegmentedControl
        className={styles.choice ?? ''}
        fullWidth
        aria-label={words.label}
        value={panes.find((each) => each === pane) ?? 'edit'}
        data={panes.map((value) => ({ value, label: words[value] }))}
        onChange={(next) => store.setState({ pane: next as typeof pane })}
      />
      <div className={styles.panes} data-pane={pane}>
        <div className={styles.route} ref={route}>
          <PagePart what={all.route.label}>{seesRoute && <Route />}</PagePart>
        </div>
        <div className={styles.edit} data-part tabIndex={-1}>
          <PagePart what={words.edit}>
            <Unknown />
            <Part />
          </PagePart>
        </div>
        <div className={styles.result} ref={outcome}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={words.result}
            value={result}
            data={(['form', 'preview'] as const).map((value) => ({ value, label: words[value] }))}
            onChange={(next) => store.setState({ result: next as typeof result })}
          />
          {/* The form keeps what was typed into it while the other one is looked at. */}
          <div hidden={result !== 'form'}>
            <PagePart what={words.form}>{seesResult && <LiveForm />}</PagePart>
          </div>
          {result === 'preview' && (
            <PagePart what={words.preview}>
              <Preview />
            </PagePart>
          )}
        </div>
      </div>
    </>
  );
});

function Unknown() {
  const [at] = useSelection();
  return <UnknownKeys at={at} />;
}

function Part() {
  const [at] = useSelection();
  useFromTop(at);
  const [kind, step = ''] = at.split('.');
  const isThere = useDraft(({ steps }) => kind !== 'steps' || step in steps);
  if (at === 'workflow') return <WorkflowPane />;
  if (kind === 'steps' && isThere) return <StepPane key={step} step={step} />;
  return <FormPane />;
}
