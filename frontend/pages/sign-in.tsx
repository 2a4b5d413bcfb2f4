import { renderToString } from 'react-dom/server';
import type { GetStaticProps } from 'next';
import Head from 'next/head';
import { PublicLayout } from '@/components/layouts/public-layout';
import { ISLAND_ID } from '@/components/sign-in/island-id';
import { Page } from '@/components/sign-in/parts/page';
import { SignInRoot } from '@/components/sign-in/root';
import { lightAssets } from '@/lib/config/light-assets';
import { makeQueryClient } from '@/lib/config/query';
import { words } from '@/lib/words/catalogues/pages';

type Props = { html: string; script: string };

/** `maxDuration`: Next's generated check of pages wants one of the settings that it knows. */
type Config = { unstable_runtimeJS: false; maxDuration?: number };

/** A script of its own takes over the sign-in; the rest of the page has no state. */
export const config: Config = { unstable_runtimeJS: false };

export default function SignInPage({ html, script }: Props) {
  return (
    <PublicLayout title={words.signIn}>
      <Head>
        <script type="module" defer fetchPriority="low" src={script} />
      </Head>
      <Page>
        <div id={ISLAND_ID} dangerouslySetInnerHTML={{ __html: html }} />
      </Page>
    </PublicLayout>
  );
}

export const getStaticProps: GetStaticProps<Props> = () => {
  const served = <SignInRoot client={makeQueryClient()} search={null} leave={stay} />;
  return { props: { html: renderToString(served), script: lightAssets()['sign-in'].script } };
};

const stay = () => undefined;
