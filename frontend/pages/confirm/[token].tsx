import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import { Confirmation } from '@/components/confirmation/confirmation';
import { LightPage } from '@/components/layouts/light-page';
import { Trouble, titleOfTrouble } from '@/components/trouble/trouble';
import { troubleOf, type TroubleProps } from '@/components/trouble/trouble-of';
import type { ConfirmationOut } from '@/lib/api/model';
import { lightAssets, type PageAssets } from '@/lib/config/light-assets';
import { ApiError } from '@/lib/http/api-error';
import { confirm, readConfirmation } from '@/lib/http/server/confirmation-server';

type Props = {
  assets: PageAssets;
  waiting?: ConfirmationOut;
  trouble?: TroubleProps['trouble'];
  /** For the document around it. */
  spoken?: TroubleProps['spoken'];
};

/** The page runs no script at all. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

const ConfirmationPage: NextPage<Props> & { light: true } = ({ assets, waiting, trouble }) => (
  <LightPage
    title={waiting?.title ?? (trouble ? titleOfTrouble(trouble) : '')}
    assets={assets}
    island={null}
    head={
      <>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
      </>
    }
  >
    {waiting && <Confirmation waiting={waiting} />}
    {trouble && <Trouble {...trouble} />}
  </LightPage>
);

ConfirmationPage.light = true;

export default ConfirmationPage;

export const getServerSideProps: GetServerSideProps<Props> = async ({ params, req, res }) => {
  const link = String(params?.token);
  const assets = lightAssets().form;
  res.setHeader('Cache-Control', 'private, no-store');
  try {
    if (req.method === 'POST') {
      const { tracking_token } = await confirm(link, req.headers);
      const destination = `/t/${encodeURIComponent(tracking_token)}`;
      return { redirect: { destination, statusCode: 303 } };
    }
    const waiting = await readConfirmation(link, req.headers);
    const { language, direction } = waiting;
    return { props: { assets, waiting, spoken: { language, direction } } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, props } = troubleOf(
      error,
      req,
      'confirmation',
      `/confirm/${encodeURIComponent(link)}`,
    );
    res.statusCode = status;
    return { props: { assets, ...props } };
  }
};
