import { PagePart } from '@/components/ui/error-boundary/page-part';
import { FirstSteps } from './first-steps/first-steps';
import { Flow } from './flow/flow';
import { Needs } from './needs/needs';
import { words } from './words';
import styles from './overview.module.css';

/** What needs somebody, first; then whether everything flows. */
export function Overview() {
  return (
    <div className={styles.overview}>
      <h1>{words.title}</h1>
      <PagePart what={words.parts.steps}>
        <FirstSteps />
      </PagePart>
      <PagePart what={words.parts.needs}>
        <Needs />
      </PagePart>
      <PagePart what={words.parts.flow}>
        <Flow />
      </PagePart>
    </div>
  );
}
