import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import Head from 'next/head';
import { fromLink } from '@/components/public-form/answers/entries';
import { PROPS_ID, ROOT_ID } from '@/components/public-form/island-ids';
import { titleOf } from '@/components/public-form/hooks/use-language';
import type { Start } from '@/components/public-form/hooks/use-public-form';
import { PublicForm } from '@/components/public-form/public-form';
import { drawOpened, drawSent, type Drawn } from '@/components/public-form/plain/draw';
import { directionOf, type Form } from '@/components/public-form/form';
import { formAssets, type FormAssets } from '@/lib/config/form-assets';
import { FormServer } from '@/lib/http/form-server';
import { readForm } from '@/lib/http/server';
import { countriesIn } from '@/lib/words/countries';

type Props = {
  start: Start;
  assets: FormAssets;
  /** For the document around it. */
  spoken: { language: string; direction: 'ltr' | 'rtl' };
};

/** The page runs none of Next's script: it is complete HTML, and one script of its own. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

const FormPage: NextPage<Props> & { light: true } = ({ start, assets }) => (
  <>
    <Head>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{titleOf(start.form)}</title>
      {start.form.intro && <meta name="description" content={start.form.intro} />}
      <style dangerouslySetInnerHTML={{ __html: assets.styles }} />
      {assets.preload.map((address) => (
        <link key={address} rel="modulepreload" href={address} />
      ))}
      <script type="module" src={assets.script} />
    </Head>
    <div id={ROOT_ID}>
      <PublicForm {...start} />
    </div>
    <script
      id={PROPS_ID}
      type="application/json"
      dangerouslySetInnerHTML={{ __html: JSON.stringify(start).replaceAll('<', '\\u003c') }}
    />
  </>
);

FormPage.light = true;

export default FormPage;

export const getServerSideProps: GetServerSideProps<Props> = async (context) => {
  const { params, query, req, res } = context;
  const asked = typeof query.language === 'string' ? query.language : undefined;
  const accepted = req.headers['accept-language'];
  const found = await readForm(String(params?.slug), { language: asked, accepted });
  if (found === null) return { notFound: true };
  const form = found as unknown as Form;
  res.setHeader('Cache-Control', 'private, no-cache');
  res.setHeader('Vary', 'Accept-Language');
  const { language } = form;
  const link = new URL(req.url ?? '/', 'http://form').searchParams;
  link.delete('language');
  const api = new FormServer(form.slug, { ...req.headers, 'accept-language': language });
  const shared = {
    form,
    today: new Date().toISOString().slice(0, 10),
    countries: countriesIn(form),
    embedded: query.embed === '1',
  };
  const spoken = { language, direction: directionOf(language) };
  const props = (drawn: Drawn): Props => ({
    start: { ...shared, ...drawn },
    spoken,
    assets: formAssets(),
  });
  if (req.method !== 'POST')
    return { props: props(await drawOpened(form, api, fromLink(form.questions, link))) };
  const sent = await drawSent(req, form, api, {
    mostBytes: Number(process.env.WAYBILL_LARGEST_BODY),
    ownOrigin: process.env.WAYBILL_PUBLIC_URL,
  });
  if ('goTo' in sent) return { redirect: { destination: sent.goTo, statusCode: 303 } };
  // The answers are in it.
  res.setHeader('Cache-Control', 'private, no-store');
  res.statusCode = sent.status;
  return { props: props(sent.drawn) };
};
