import { Skeleton } from '@/components/ui/skeleton/skeleton';
import { words as all } from '../words';
import { Facts } from '../parts/facts';
import { Section } from '../parts/section';
import styles from './detail.module.css';

/** The layout of a connection that is not known yet. */
export function DetailSkeleton() {
  const words = all.detail;
  const bone = <Skeleton width="9rem" />;
  const { health, settings } = words;
  return (
    <div className={styles.page} aria-busy="true" aria-label={words.loading} role="group">
      <header className={styles.title}>
        <Skeleton width="14rem" height="1.75rem" />
        <p className={styles.system}>{bone}</p>
        <p className={styles.lead}>{words.lead}</p>
        <div className={styles.standing}>{bone}</div>
      </header>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Section title={health.title}>
            <Facts
              facts={[
                [health.success, bone],
                [health.errors, bone],
                [health.flight, bone],
                [health.waiting, bone],
                [health.credentials, bone],
              ]}
            />
          </Section>
        </div>
        <div className={styles.column}>
          <Section title={settings.title}>
            <Facts
              facts={[
                [settings.system, bone],
                [settings.slug, bone],
              ]}
            />
          </Section>
        </div>
      </div>
    </div>
  );
}
