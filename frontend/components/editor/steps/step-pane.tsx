import { useId, type ReactNode } from 'react';
import { Mapping } from '../mapping/mapping';
import { useDraft } from '../store/context';
import { placeOf } from '../store/place';
import { useFaultTextOf } from './hooks/use-fault-text';
import { useStepName } from './hooks/use-step';
import { AfterPart } from './parts/after-part';
import { MorePart } from './more/more-part';
import { PeoplePart } from './parts/people-part';
import { StepMenu } from './menu/step-menu';
import { SystemPart } from './system/system-part';
import { WhenPart } from './parts/when-part';
import { words as all } from './words';
import styles from './step-pane.module.css';

/** Everything about one step, in the order in which people think of it. */
export function StepPane({ step }: { step: string }) {
  const isThere = useDraft(({ steps }) => step in steps);
  return isThere ? <Parts key={step} step={step} /> : <p>{all.pane.gone}</p>;
}

function Parts({ step }: { step: string }) {
  const words = all.pane;
  const id = useId();
  return (
    <section className={styles.pane} aria-labelledby={id}>
      <Head step={step} id={id} />
      <SystemPart step={step} />
      <Part title={words.sends}>
        <Mapping step={step} />
      </Part>
      <Part title={words.when}>
        <WhenPart step={step} />
      </Part>
      <Part title={words.after}>
        <AfterPart step={step} />
      </Part>
      <Part title={words.people}>
        <PeoplePart step={step} />
      </Part>
      <MorePart step={step} />
    </section>
  );
}

/** By itself: what the step is called changes with every key that is pressed in its title. */
function Head({ step, id }: { step: string; id: string }) {
  const place = placeOf('steps', step);
  const name = useStepName(step);
  const fault = useFaultTextOf(place, [place]);
  return (
    <>
      <h2 id={id} dir="auto">
        {name}
      </h2>
      {fault && <p className={styles.fault}>{fault}</p>}
      <StepMenu step={step} name={name} />
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}
