import type { GetStaticPaths, GetStaticProps } from 'next';
import { PublicLayout } from '@/components/layouts/public-layout';
import { PublicForm } from '@/components/public-form/public-form';
import type { FormOut } from '@/lib/api/model';
import { readForm } from '@/lib/http/server';

const FRESH_FOR_SECONDS = 60;

export default function FormPage({ form }: { form: FormOut }) {
  return (
    <PublicLayout title={form.title} organization={form.organization.name} description={form.intro}>
      <PublicForm key={form.slug} form={form} />
    </PublicLayout>
  );
}

/** Forms are made while the site runs: each page is built at its first visit. */
export const getStaticPaths: GetStaticPaths = () => ({ paths: [], fallback: 'blocking' });

export const getStaticProps: GetStaticProps<{ form: FormOut }> = async ({ params }) => {
  const form = await readForm(String(params?.slug));
  return form === null
    ? { notFound: true, revalidate: FRESH_FOR_SECONDS }
    : { props: { form }, revalidate: FRESH_FOR_SECONDS };
};
