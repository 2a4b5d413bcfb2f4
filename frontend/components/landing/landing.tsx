import Head from 'next/head';
import { Link } from '@/components/ui/link/link';
import { Brand } from '@/components/ui/brand/brand';
import { ButtonLink } from '@/components/ui/button/button-link';
import { ThemeToggle } from '@/components/ui/theme-toggle/theme-toggle';
import { Promises } from './promises';
import { Specimen } from './specimen';
import { words } from './words';
import styles from './landing.module.css';

/** `demo`: where the demonstration's form is; null where there is none. */
type Props = { demo: string | null };

/** What Waybill is, in one screen: the words on the left, a waybill on the right. It has no state. */
export function Landing({ demo }: Props) {
  return (
    <>
      <Head>
        <title>{words.title}</title>
        <meta name="description" content={words.description} />
      </Head>
      <header className={styles.header}>
        <Brand />
        <div className={styles.tools}>
          <ThemeToggle />
          <Link href="/sign-in" className={styles.signIn}>
            {words.signIn}
          </Link>
        </div>
      </header>
      <main className={styles.main}>
        <div className={styles.words}>
          <h1 className={styles.title}>{words.heading}</h1>
          <p className={styles.lead}>{words.lead}</p>
          <p className={styles.actions}>
            {demo !== null && <ButtonLink href={demo}>{words.openDemo}</ButtonLink>}
            <ButtonLink href="/sign-in" quiet={demo !== null}>
              {words.signInAsOperator}
            </ButtonLink>
          </p>
        </div>
        <Specimen />
        <Promises />
      </main>
    </>
  );
}
