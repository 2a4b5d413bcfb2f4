import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import { LightPage } from '@/components/layouts/light-page';
import { fromLink } from '@/components/public-form/answers/entries';
import { PROPS_ID, ROOT_ID } from '@/components/public-form/island-ids';
import { titleOf } from '@/components/public-form/hooks/use-language';
import type { Start } from '@/components/public-form/hooks/use-public-form';
import { PublicForm } from '@/components/public-form/public-form';
import { logoOf } from '@/components/public-form/plain/server/logo';
import { withSuggestions } from '@/components/public-form/plain/server/suggested';
import { drawOpened, drawSent, type Drawn } from '@/components/public-form/plain/server/draw';
import { Trouble, titleOfTrouble } from '@/components/trouble/trouble';
import { troubleOf, type TroubleProps } from '@/components/trouble/trouble-of';
import { lightAssets, type LightAssets } from '@/lib/config/light-assets';
import { ApiError } from '@/lib/http/api-error';
import { FormServer } from '@/lib/http/server/form-server';
import { readForm } from '@/lib/http/server/server';
import { countriesIn, withCountriesInOrder } from '@/lib/words/countries';

type Props = {
  start: Start;
  assets: LightAssets;
  /** For the document around it. */
  spoken: TroubleProps['spoken'];
};

/** There is no form to show. */
type Missing = TroubleProps & { assets: LightAssets };

/** The page runs none of Next's script: it is complete HTML, and one script of its own. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

const FormPage: NextPage<Props | Missing> & { light: true } = (props) =>
  'trouble' in props ? (
    <LightPage title={titleOfTrouble(props.trouble)} assets={props.assets.form} island={null}>
      <Trouble {...props.trouble} />
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

type Served = GetServerSideProps<Props | Missing>;

export const getServerSideProps: Served = async (context) => {
  try {
    return await serve(context);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { headers, method, url = '/' } = context.req;
    const visitor = { headers, method, ...asked(context) };
    const { status, props } = troubleOf(error, visitor, 'form', url);
    context.res.statusCode = status;
    return { props: { ...props, assets: lightAssets() } };
  }
};

/** As long as any language's tag is; what is longer names none. */
const TAG = /^[a-zA-Z0-9-]{1,35}$/;

const asked = ({ query: { language } }: Parameters<Served>[0]) =>
  typeof language === 'string' && TAG.test(language) ? { language } : {};

const serve: Served = async (context) => {
  const { params, query, req, res } = context;
  const wanted = asked(context).language;
  const form = withCountriesInOrder(await readForm(String(params?.slug), wanted, req.headers));
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
