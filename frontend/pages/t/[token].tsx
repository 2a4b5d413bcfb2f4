import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import { LightPage } from '@/components/layouts/light-page';
import { addressOf } from '@/components/tracking/address';
import { PROPS_ID, ROOT_ID } from '@/components/tracking/island-ids';
import { refreshOf } from '@/components/tracking/leads-on';
import { titleOf } from '@/components/tracking/titles';
import { Tracking, type Start } from '@/components/tracking/tracking';
import { Trouble, titleOfTrouble } from '@/components/trouble/trouble';
import { troubleOf, type TroubleProps } from '@/components/trouble/trouble-of';
import { lightAssets, type PageAssets } from '@/lib/config/light-assets';
import { ApiError } from '@/lib/http/api-error';
import { readTracking } from '@/lib/http/server/tracking-server';
import { isTerminal } from '@/lib/words/catalogues/states/states';

type Props = {
  assets: PageAssets;
  start?: Start;
  trouble?: TroubleProps['trouble'];
  /** For the document around it. */
  spoken: TroubleProps['spoken'];
};

/** The page runs none of Next's script: it is complete HTML, and one script of its own. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

const LOOK_AGAIN_SECONDS = 20;

const TrackingPage: NextPage<Props> & { light: true } = ({ assets, start, trouble }) => (
  <LightPage
    title={start ? titleOf(start.tracking) : trouble ? titleOfTrouble(trouble) : ''}
    assets={assets}
    island={start ? { rootId: ROOT_ID, propsId: PROPS_ID, props: start } : null}
    head={
      <>
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="no-referrer" />
        {start && !start.leadsOn && !isTerminal(start.tracking.status) && (
          <noscript>
            <meta httpEquiv="refresh" content={String(LOOK_AGAIN_SECONDS)} />
          </noscript>
        )}
      </>
    }
  >
    {start && <Tracking {...start} />}
    {trouble && <Trouble {...trouble} />}
  </LightPage>
);

TrackingPage.light = true;

export default TrackingPage;

export const getServerSideProps: GetServerSideProps<Props> = async ({ params, req, res }) => {
  const token = String(params?.token);
  const assets = lightAssets().tracking;
  res.setHeader('Cache-Control', 'private, no-cache');
  try {
    const tracking = await readTracking(token, req.headers);
    const { language, direction } = tracking;
    const refresh = refreshOf(tracking);
    if (refresh !== null) res.setHeader('Refresh', refresh);
    const start = { token, tracking, leadsOn: refresh !== null };
    return { props: { assets, start, spoken: { language, direction } } };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { status, props } = troubleOf(error, req, 'submission', addressOf(token));
    res.statusCode = status;
    return { props: { assets, ...props } };
  }
};
