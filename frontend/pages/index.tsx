import type { GetServerSideProps, PageConfig } from 'next';
import { Landing } from '@/components/landing/landing';
import { demoForm } from '@/lib/http/demo-form';

type Props = { demo: string | null };

/** The page has no state, so it comes without the framework's script. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

export default function HomePage({ demo }: Props) {
  return <Landing demo={demo} />;
}

export const getServerSideProps: GetServerSideProps<Props> = async () => ({
  props: { demo: await demoForm() },
});
