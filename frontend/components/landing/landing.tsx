import { Button } from '@mantine/core';
import Head from 'next/head';
import Link from 'next/link';
import { Brand } from '@/components/ui/brand/brand';
import { ThemeToggle } from '@/components/ui/theme-toggle/theme-toggle';
import { Promises } from './promises';
import { Specimen } from './specimen';
import styles from './landing.module.css';

const DEMO_FORM = '/f/new-customer';

/** What Waybill is, in one screen: the words on the left, a waybill on the right. */
export function Landing() {
  return (
    <>
      <Head>
        <title>Waybill: from a form to the systems behind it</title>
        <meta
          name="description"
          content="Waybill takes what people and systems submit and delivers it to CRM, ERP and other business systems, visibly, once, and without losing any of it."
        />
      </Head>
      <header className={styles.header}>
        <Brand />
        <div className={styles.tools}>
          <ThemeToggle />
          <Link href="/sign-in" className={styles.signIn}>
            Sign in
          </Link>
        </div>
      </header>
      <main className={styles.main}>
        <div className={styles.words}>
          <h1 className={styles.title}>What people send arrives. You can watch it.</h1>
          <p className={styles.lead}>
            Waybill takes a form or an API call and carries it, step by step, into your CRM, your
            ERP and the other systems behind it. Each submission is accepted once, never lost, and
            never entered twice.
          </p>
          <p className={styles.actions}>
            <Button component={Link} href={DEMO_FORM}>
              Open the demo form
            </Button>
            <Button component={Link} href="/sign-in" variant="default">
              Sign in as an operator
            </Button>
          </p>
        </div>
        <Specimen />
        <Promises />
      </main>
    </>
  );
}
