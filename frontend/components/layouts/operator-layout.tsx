import Head from 'next/head';
import { useRouter } from 'next/router';
import { useEffect, type ReactNode } from 'react';
import { Breadcrumbs, type Crumb } from '@/components/ui/breadcrumbs/breadcrumbs';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { useMe } from '@/lib/hooks/person/use-me';
import { addressHere } from '@/lib/http/address-here';
import { ApiError } from '@/lib/http/api-error';
import { Closed } from './notices/closed';
import { Rail } from './navigation/rail';
import { maySee } from './navigation/sections';
import { LeaveDialog } from './notices/leave-dialog';
import { OfflineNote } from './notices/offline-note';
import { ShortcutsHelp } from './notices/shortcuts-help';
import { SkipLink } from './skip-link';
import { words } from './words';
import styles from './operator-layout.module.css';

type Props = {
  title: string;
  /** The pages above a nested one, from the outermost. */
  trail?: readonly Crumb[];
  children: ReactNode;
};

/** Pages for operators. Whoever is not signed in is sent to sign in, and comes back. */
export function OperatorLayout({ title, trail, children }: Props) {
  const { pathname } = useRouter();
  const me = useMe();
  const away = useSignInWhenNeeded(me.data ? null : me.error);
  return (
    <div className={styles.operator}>
      <Head>
        <title>{words.title(title)}</title>
        <meta name="robots" content="noindex" />
      </Head>
      <SkipLink />
      <Rail me={me.data} />
      <main id="main" tabIndex={-1} className={styles.page} aria-label={title}>
        <OfflineNote />
        {trail && <Breadcrumbs trail={trail} here={title} />}
        {me.error && !me.data && !away ? (
          <ErrorNotice
            error={me.error}
            what={words.accountFailed}
            onRetry={() => void me.refetch()}
          />
        ) : maySee(pathname, me.data?.permissions) ? (
          children
        ) : (
          <Closed />
        )}
      </main>
      <ShortcutsHelp />
      <LeaveDialog />
    </div>
  );
}

/** True while the reader is on the way to the sign-in page. */
function useSignInWhenNeeded(error: unknown): boolean {
  const router = useRouter();
  const needed = error instanceof ApiError && error.status === 401;
  useEffect(() => {
    if (needed) void router.replace({ pathname: '/sign-in', query: { next: addressHere() } });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address at the time of the 401
  }, [needed]);
  return needed;
}
