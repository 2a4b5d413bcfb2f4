import { useRouter } from 'next/router';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog/dialog';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import type { MeOut } from '@/lib/api/model';
import { START } from '@/lib/config/start';
import { ROLE_WORDS } from '@/lib/words/catalogues/access/roles';
import { useGoOver } from './hooks/use-go-over';
import { words } from './words';
import styles from './organization-switcher.module.css';

/** The organization that the page speaks of; with several, the way to the others. */
export function OrganizationSwitcher({ me }: { me: MeOut }) {
  const [open, setOpen] = useState(false);
  const { name } = me.organization;
  if (me.memberships.length < 2)
    return (
      <span className={styles.only} dir="auto">
        {name}
      </span>
    );
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-label={words.switcher.change(name)}
        onClick={() => setOpen(true)}
      >
        <span className={styles.name} dir="auto">
          {name}
        </span>
        <span aria-hidden="true">▾</span>
      </button>
      {open && <Choice me={me} onClose={() => setOpen(false)} />}
    </>
  );
}

function Choice({ me, onClose }: { me: MeOut; onClose: () => void }) {
  const router = useRouter();
  const goOver = useGoOver();

  const choose = (id: string) => {
    if (id === me.organization.id) return onClose();
    goOver.mutate(
      { data: { organization_id: id } },
      {
        onSuccess: () => {
          onClose();
          void router.push(START);
        },
      },
    );
  };

  return (
    <Dialog title={words.switcher.title} onClose={onClose}>
      <ul className={styles.choices}>
        {me.memberships.map(({ organization, role }) => (
          <li key={organization.id}>
            <button
              type="button"
              disabled={goOver.isPending}
              aria-current={organization.id === me.organization.id ? 'true' : undefined}
              onClick={() => choose(organization.id)}
            >
              <span dir="auto">{organization.name}</span>
              <span className={styles.role}>{ROLE_WORDS[role].name}</span>
            </button>
          </li>
        ))}
      </ul>
      {goOver.error && <ErrorNotice error={goOver.error} what={words.switcher.failed} />}
    </Dialog>
  );
}
