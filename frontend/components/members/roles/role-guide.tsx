import { ROLES, ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { words } from '../words';
import styles from './role-guide.module.css';

/** What each role may do, from the least. */
export function RoleGuide() {
  return (
    <section className={styles.section} aria-labelledby="role-guide">
      <h2 id="role-guide">{words.roles.guide}</h2>
      <dl className={styles.guide}>
        {ROLES.map((role) => (
          <div key={role}>
            <dt>{ROLE_WORDS[role].name}</dt>
            <dd>{ROLE_WORDS[role].may}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
