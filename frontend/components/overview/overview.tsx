import { PagePart } from '@/components/ui/error-boundary/page-part';
import { PageHead } from '@/components/ui/page-head/page-head';
import { FirstSteps } from './first-steps/first-steps';
import { Flow } from './flow/flow';
import { Needs } from './needs/needs';
import { words } from './words';
import styles from './overview.module.css';

/** What needs somebody, first; then whether everything flows. */
export function Overview() {
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div className={styles.overview}>
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
    </>
  );
}
