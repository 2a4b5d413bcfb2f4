import { PagePart } from '@/components/ui/error-boundary/page-part';
import type { WorkflowOut } from '@/lib/api/model';
import { Share } from '../share/share';
import { words as shareWords } from '../share/words';
import { words as all } from '../words';
import { Protection } from './protection/protection';
import { Versions } from './versions/versions';
import styles from './workflow-detail.module.css';

type Props = { workflow: WorkflowOut; mayManage: boolean };

/** How it is shared, what it was before, and how its form is protected: below the first screen. */
export function Sections({ workflow, mayManage }: Props) {
  const words = all.detail;
  return (
    <>
      {workflow.version !== null && (
        <section className={styles.section} aria-labelledby="share">
          <h2 id="share">{shareWords.title}</h2>
          <PagePart what={shareWords.title}>
            <Share workflow={workflow} />
          </PagePart>
        </section>
      )}
      <section className={styles.section} aria-labelledby="versions">
        <h2 id="versions">{words.versions.title}</h2>
        <PagePart what={words.versions.title}>
          <Versions workflow={workflow} mayManage={mayManage} />
        </PagePart>
      </section>
      {workflow.form_slug !== null && (
        <section className={styles.section} aria-labelledby="protection">
          <h2 id="protection">{words.protection.title}</h2>
          <PagePart what={words.protection.title}>
            <Protection slug={workflow.slug} mayManage={mayManage} />
          </PagePart>
        </section>
      )}
    </>
  );
}
