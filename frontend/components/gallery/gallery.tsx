import Head from 'next/head';
import { Brand } from '@/components/ui/brand/brand';
import { ThemeToggle } from '@/components/ui/theme-toggle/theme-toggle';
import { Controls } from './controls';
import { Notes } from './notes';
import { Routes } from './routes';
import { Tables } from './tables';
import styles from './gallery.module.css';

/** Every shared part of the console in each of its states, to be looked at and photographed. */
export function Gallery() {
  return (
    <main className={styles.gallery}>
      <Head>
        <title>Gallery · Waybill</title>
      </Head>
      <header className={styles.head}>
        <Brand />
        <ThemeToggle />
      </header>
      <h1>Parts of the console</h1>
      <Controls />
      <Notes />
      <Tables />
      <Routes />
    </main>
  );
}
