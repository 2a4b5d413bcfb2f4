import type { FormOut } from '@/lib/api/model';
import { words } from './words';
import styles from './form-intro.module.css';

const SECONDS_PER_ANSWER = 12;

/** What they need, and how long it takes. */
export function FormIntro({ form }: { form: FormOut }) {
  const count = Object.keys((form.json_schema.properties ?? {}) as object).length;
  const minutes = Math.max(1, Math.round((count * SECONDS_PER_ANSWER) / 60));
  return (
    <>
      <h1>{form.title}</h1>
      {form.intro && <p className={styles.intro}>{form.intro}</p>}
      <p className={styles.effort}>{words.effort(count, minutes)}</p>
    </>
  );
}
