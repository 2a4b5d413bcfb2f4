import { useContext } from 'react';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { RouteSkeleton } from '@/components/ui/skeleton/route-skeleton';
import { StopFrame } from '@/components/ui/route-line/stop-frame';
import type { WorkflowOut } from '@/lib/api/model';
import { useAllConnections } from '@/lib/hooks/use-all-connections';
import { useActionTitles } from '../hooks/use-system-titles';
import { useShownDefinition } from '../hooks/use-workflow';
import { stepsIn, type Step } from '../parts/definition';
import { TellingWhen } from '../parts/telling';
import { words as all } from '../words';
import styles from './workflow-route.module.css';

/** The way that its submissions take: each step, its system, and when it is taken. */
export function WorkflowRoute({ workflow }: { workflow: WorkflowOut }) {
  const words = all.detail;
  const { data, error, isPending, refetch } = useShownDefinition(workflow);
  const connections = useAllConnections();
  const titleOf = useActionTitles();
  if (isPending) return <RouteSkeleton stops={3} />;
  if (!data)
    return <ErrorNotice error={error} what={words.routeFailed} onRetry={() => void refetch()} />;
  const systems = new Map(connections.data?.map((each) => [each.slug, each]));
  const steps = stepsIn(data.definition);
  if (steps.length === 0) return <p className={styles.quiet}>{words.noSteps}</p>;
  const actionOf = ({ connection, action }: Step) =>
    titleOf(systems.get(connection)?.connector ?? '', action);
  const nameOf = (step: Step) => step.title || actionOf(step) || step.key;
  const titles = new Map(steps.map((step) => [step.key, nameOf(step)]));
  return (
    <ol className="w-route" aria-label={words.route} data-planned>
      {steps.map((step) => (
        <StopFrame
          key={step.key}
          stop={{
            key: step.key,
            title: nameOf(step),
            system: systems.get(step.connection)?.name ?? step.connection,
            state: 'upcoming',
          }}
        >
          <Facts
            definition={data.definition}
            step={step}
            action={step.title ? actionOf(step) : ''}
            titles={titles}
          />
        </StopFrame>
      ))}
    </ol>
  );
}

type FactsProps = {
  definition: unknown;
  step: Step;
  /** What its action is called, where that is known; empty: the step is called so. */
  action: string | undefined;
  titles: Map<string, string>;
};

function Facts({ definition, step, action, titles }: FactsProps) {
  const words = all.detail;
  const { when, needs } = step;
  const tellWhen = useContext(TellingWhen);
  return (
    <p className={styles.quiet}>
      {action && <span dir="auto">{action}</span>}
      {action === undefined && <code>{step.action}</code>}
      {needs.length > 0 && (
        <span>{words.after(needs.map((each) => titles.get(each) ?? each))}</span>
      )}
      {when === 'false' && <span>{words.never}</span>}
      {when && when !== 'false' && (
        <span>
          {words.onlyIf} {tellWhen(definition, when)}
        </span>
      )}
    </p>
  );
}
