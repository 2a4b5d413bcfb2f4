import type { GetServerSideProps, NextPage, PageConfig } from 'next';
import Head from 'next/head';
import { fromLink } from '@/components/public-form/answers/entries';
import { PROPS_ID, ROOT_ID } from '@/components/public-form/island-ids';
import { titleOf } from '@/components/public-form/hooks/use-language';
import type { Start } from '@/components/public-form/hooks/use-public-form';
import { PublicForm } from '@/components/public-form/public-form';
import { directionOf, type Form } from '@/components/public-form/form';
import { formAssets, type FormAssets } from '@/lib/config/form-assets';
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
  const start: Start = {
    form,
    given: fromLink(form.questions, link),
    today: new Date().toISOString().slice(0, 10),
    countries: countriesIn(form),
  };
  const spoken = { language, direction: directionOf(language) };
  return { props: { start, spoken, assets: formAssets() } };
};
