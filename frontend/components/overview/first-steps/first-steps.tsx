import { Button } from '@mantine/core';
import { Link } from '@/components/ui/link/link';
import type { ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { StateLabel } from '@/components/ui/state-mark/state-label';
import type { FirstStepsOut } from '@/lib/api/model';
import { useFirstSteps } from '../hooks/use-first-steps';
import { words } from '../words';
import styles from './first-steps.module.css';

/** The way to a first delivery, until there was one. Each step is done when the system says so. */
export function FirstSteps() {
  const { steps, isPending } = useFirstSteps();
  if (isPending)
    return (
      <div className={styles.waiting} data-awaits="true">
        <Skeleton width="100%" height="8rem" />
      </div>
    );
  if (!steps || steps.delivered) return null;
  const done = [steps.connected, steps.published, steps.submission_id !== null, steps.delivered];
  const next = done.indexOf(false);
  return (
    <section className={styles.steps} aria-labelledby="first-steps">
      <h2 id="first-steps">{words.steps.title}</h2>
      <p className={styles.lead}>{words.steps.lead}</p>
      <ol>
        {[
          { key: 'connect' as const, way: <Way href="/connections/new" step="connect" /> },
          { key: 'publish' as const, way: <Way href="/workflows/new" step="publish" /> },
          { key: 'submit' as const, way: <ToForm steps={steps} /> },
          { key: 'arrive' as const, way: <ToSubmission steps={steps} /> },
        ].map(({ key, way }, index) => (
          <Step key={key} name={key} done={done[index] === true} next={index === next}>
            {way}
          </Step>
        ))}
      </ol>
    </section>
  );
}

type Name = 'connect' | 'publish' | 'submit' | 'arrive';
type StepProps = { name: Name; done: boolean; next: boolean; children: ReactNode };

function Step({ name, done, next, children }: StepProps) {
  const said = words.steps[name];
  return (
    <li
      className={styles.step}
      data-next={next || undefined}
      aria-current={next ? 'step' : undefined}
    >
      <StateLabel
        state={done ? 'delivered' : next ? 'transit' : 'upcoming'}
        word={done ? words.steps.done : next ? words.steps.next : words.steps.later}
      />
      <div>
        <h3>{said.title}</h3>
        {!done && <p>{said.text}</p>}
      </div>
      {!done && next && <div className={styles.way}>{children}</div>}
    </li>
  );
}

function Way({ href, step }: { href: string; step: 'connect' | 'publish' }) {
  return (
    <Button component={Link} href={href}>
      {words.steps[step].action}
    </Button>
  );
}

function ToForm({ steps }: { steps: FirstStepsOut }) {
  if (steps.form_slug === null) return <p>{words.steps.submit.without}</p>;
  return (
    <Button component="a" href={`/f/${steps.form_slug}`} target="_blank" rel="noreferrer">
      {words.steps.submit.action}
    </Button>
  );
}

function ToSubmission({ steps }: { steps: FirstStepsOut }) {
  return (
    <Button component={Link} href={`/submissions/${steps.submission_id}`}>
      {words.steps.arrive.action}
    </Button>
  );
}
