import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import { LightPage } from '@/components/layouts/light-page';
import { REHEARSAL_ID } from '@/components/public-form/island-ids';
import { lightAssets, type PageAssets } from '@/lib/config/light-assets';
import { words } from '@/lib/words/catalogues/pages';

type Props = { assets: PageAssets };

export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

/** A form that is not saved, in a frame of the editor, which tells it what to draw. */
const RehearsalPage: NextPage<Props> & { light: true } = ({ assets }) => (
  <LightPage
    title={words.formPreview}
    assets={assets}
    island={{ rootId: REHEARSAL_ID, propsId: `${REHEARSAL_ID}-props`, props: null }}
  >
    {null}
  </LightPage>
);

RehearsalPage.light = true;

export default RehearsalPage;

export const getServerSideProps: GetServerSideProps<Props> = async ({ res }) => {
  res.setHeader('Cache-Control', 'private, no-cache');
  return { props: { assets: lightAssets().rehearsal } };
};
