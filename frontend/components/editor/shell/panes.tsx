import { SegmentedControl } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { useMediaQuery } from '@mantine/hooks';
import { memo } from 'react';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { FormPane } from '../form/form-pane';
import { LiveForm } from '../form/live-form';
import { Preview } from '../preview/preview';
import { useDraft, useEditor, useEditorStore, useSelection } from '../store/context';
import { StepPane } from '../steps/step-pane';
import { words as all } from '../words';
import { Route } from './route';
import { UnknownKeys } from './unknown-keys';
import { useFromTop } from './use-from-top';
import { WorkflowPane } from './workflow-pane';
import styles from './panes.module.css';

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
        <div className={styles.route}>
          <PagePart what={all.route.label}>
            <Route />
          </PagePart>
        </div>
        <div className={styles.edit} data-part tabIndex={-1}>
          <PagePart what={words.edit}>
            <Unknown />
            <Part />
          </PagePart>
        </div>
        <div className={styles.result}>
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
            <PagePart what={words.form}>
              <LiveForm />
            </PagePart>
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
