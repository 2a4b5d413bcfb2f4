import { Button } from '@mantine/core';
import Head from 'next/head';
import Link from 'next/link';
import { useRouter } from 'next/router';
import { useEffect, type ReactNode } from 'react';
import { Brand } from '@/components/ui/brand/brand';
import { ErrorNotice } from '@/components/ui/error-notice/error-notice';
import { PagePart } from '@/components/ui/error-boundary/page-part';
import { ThemeToggle } from '@/components/ui/theme-toggle/theme-toggle';
import { useMe } from '@/lib/hooks/use-me';
import { useSignOut } from '@/lib/hooks/use-session';
import { ApiError } from '@/lib/http/api-error';
import { words as pages } from '@/lib/words/pages';
import { OrganizationSwitcher } from './organization-switcher';
import { SkipLink } from './skip-link';
import { words } from './words';
import styles from './operator-layout.module.css';

/** Pages for operators. Whoever is not signed in is sent to sign in, and comes back. */
export function OperatorLayout({ title, children }: { title: string; children: ReactNode }) {
  const me = useMe();
  const away = useSignInWhenNeeded(me.error);
  return (
    <div className={styles.operator}>
      <Head>
        <title>{words.title(title)}</title>
        <meta name="robots" content="noindex" />
      </Head>
      <SkipLink />
      <header className={styles.header}>
        <Brand as={Link} href="/submissions" />
        <nav aria-label={words.sections}>
          <SectionLink href="/submissions">{pages.submissions}</SectionLink>
          <SectionLink href="/settings">{pages.settings}</SectionLink>
        </nav>
        <div className={styles.person}>
          {me.data && (
            <div className={styles.who}>
              <PagePart what={words.switcher.title}>
                <OrganizationSwitcher me={me.data} />
              </PagePart>
              <span className={styles.email}>{me.data.email ?? me.data.name}</span>
            </div>
          )}
          <ThemeToggle />
          <SignOut />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.wide}>
        {me.error && !away ? (
          <ErrorNotice
            error={me.error}
            what={words.accountFailed}
            onRetry={() => void me.refetch()}
          />
        ) : (
          children
        )}
      </main>
    </div>
  );
}

/** One of the sections; the one that the page belongs to is underlined. */
function SectionLink({ href, children }: { href: string; children: string }) {
  const here = useRouter().pathname.startsWith(href);
  return (
    <Link href={href} className={styles.section} aria-current={here ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function SignOut() {
  const router = useRouter();
  const signOut = useSignOut();
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={signOut.isPending}
      onClick={() => signOut.mutate(undefined, { onSuccess: () => void router.push('/sign-in') })}
    >
      {words.signOut}
    </Button>
  );
}

/** True while the reader is on the way to the sign-in page. */
function useSignInWhenNeeded(error: unknown): boolean {
  const router = useRouter();
  const needed = error instanceof ApiError && error.status === 401;
  useEffect(() => {
    if (needed) void router.replace({ pathname: '/sign-in', query: { next: router.asPath } });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the address at the time of the 401
  }, [needed]);
  return needed;
}
