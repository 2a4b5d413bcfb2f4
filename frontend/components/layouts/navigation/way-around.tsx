import { Link } from '@/components/ui/link/link';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ThemeToggle } from '@/components/ui/theme-toggle/theme-toggle';
import type { MeOut } from '@/lib/api/model';
import { OrganizationSwitcher } from '../organization-switcher';
import { words } from '../words';
import { Finder } from '../palette/finder';
import { SectionList } from './section-list';
import { SignOut } from './sign-out';
import styles from './way-around.module.css';

type Props = { me: MeOut | undefined; onLeave?: () => void };

/** For whom one works, where one can go, and the way out: in the rail of a desk and the menu of a phone. */
export function WayAround({ me, onLeave }: Props) {
  return (
    <div className={styles.around}>
      <div className={styles.organization}>
        {me && (
          <PagePart what={words.switcher.title}>
            <OrganizationSwitcher me={me} />
          </PagePart>
        )}
      </div>
      <Finder onOpen={onLeave} />
      <SectionList permissions={me?.permissions} {...(onLeave ? { onLeave } : {})} />
      <div className={styles.person}>
        {me && (
          <Link
            href="/settings/you"
            className={styles.who}
            title={words.you}
            onClick={() => onLeave?.()}
          >
            {me.name && <span dir="auto">{me.name}</span>}
            {me.email && <span className={styles.email}>{me.email}</span>}
          </Link>
        )}
        <div className={styles.tools}>
          <SignOut />
          <ThemeToggle />
        </div>
      </div>
    </div>
  );
}
