import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import { LightPage } from '@/components/layouts/light-page';
import { Refused } from '@/components/layouts/refused';
import { fromLink } from '@/components/public-form/answers/entries';
import { PROPS_ID, ROOT_ID } from '@/components/public-form/island-ids';
import { titleOf } from '@/components/public-form/hooks/use-language';
import type { Start } from '@/components/public-form/hooks/use-public-form';
import { PublicForm } from '@/components/public-form/public-form';
import { logoOf } from '@/components/public-form/plain/server/logo';
import { withSuggestions } from '@/components/public-form/plain/server/suggested';
import { drawOpened, drawSent, type Drawn } from '@/components/public-form/plain/server/draw';
import { lightAssets, type LightAssets } from '@/lib/config/light-assets';
import { ApiError } from '@/lib/http/api-error';
import { FormServer } from '@/lib/http/form-server';
import { readForm } from '@/lib/http/server';
import { countriesIn, withCountriesInOrder } from '@/lib/words/countries';

type Props = {
  start: Start;
  assets: LightAssets;
  /** For the document around it. */
  spoken: { language: string; direction: 'ltr' | 'rtl' };
};

/** Why there is no form to show, in the API's own words. */
type Missing = { missing: string; assets: LightAssets };

/** The page runs none of Next's script: it is complete HTML, and one script of its own. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

const FormPage: NextPage<Props | Missing> & { light: true } = (props) =>
  'missing' in props ? (
    <LightPage title={props.missing} assets={props.assets.form} island={null}>
      <Refused detail={props.missing} />
    </LightPage>
  ) : (
    <Opened {...props} />
  );

const Opened = ({ start, assets }: Props) => (
  <LightPage
    title={titleOf(start.form)}
    assets={assets.form}
    island={{ rootId: ROOT_ID, propsId: PROPS_ID, props: start }}
    head={
      <>
        {start.form.intro && <meta name="description" content={start.form.intro} />}
        {start.alone && (
          <meta name="waybill-origins" content={start.form.protection.allowed_origins.join(' ')} />
        )}
        {start.alone && <script type="module" src={assets.frame.script} defer />}
      </>
    }
  >
    <PublicForm {...start} />
  </LightPage>
);

FormPage.light = true;

export default FormPage;

export const getServerSideProps: GetServerSideProps<Props | Missing> = async (context) => {
  const { params, query, req, res } = context;
  const asked = typeof query.language === 'string' ? query.language : undefined;
  const found = await readForm(String(params?.slug), asked, req.headers);
  if (found instanceof ApiError) {
    res.statusCode = found.status === 422 ? 404 : found.status;
    return { props: { missing: found.problem.detail, assets: lightAssets() } };
  }
  const form = withCountriesInOrder(found);
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Accept-Language');
  const { language } = form;
  const link = new URL(req.url ?? '/', 'http://form').searchParams;
  link.delete('language');
  link.delete('embed');
  const own = process.env.WAYBILL_PUBLIC_URL ?? '';
  const alone = `${own}/f/${form.slug}?language=${language}`;
  const api = new FormServer(form.slug, { ...req.headers, 'accept-language': language });
  const shared = {
    form: await withSuggestions(form, api),
    countries: countriesIn(form),
    ...(query.embed === '1' ? { alone } : logoOf(form)),
  };
  const spoken = { language, direction: form.direction };
  const props = (drawn: Drawn): Props => ({
    start: { ...shared, ...drawn },
    spoken,
    assets: lightAssets(),
  });
  if (req.method !== 'POST')
    return { props: props(await drawOpened(form, api, fromLink(form.questions, link))) };
  const sent = await drawSent(req, form, api, {
    mostBytes: Number(process.env.WAYBILL_LARGEST_BODY),
    own,
    alone,
  });
  if ('goTo' in sent) return { redirect: { destination: sent.goTo, statusCode: 303 } };
  // The answers are in it.
  res.setHeader('Cache-Control', 'private, no-store');
  res.statusCode = sent.status;
  return { props: props(sent.drawn) };
};
