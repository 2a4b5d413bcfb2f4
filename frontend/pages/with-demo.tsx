import type { PageConfig } from 'next';
import { Landing } from '@/components/landing/landing';
import { DEMO_FORM } from '@/lib/http/demo-form';

export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

/** The first page where the demonstration's form is there: the proxy answers `/` with it. */
export default function HomeWithDemo() {
  return <Landing demo={DEMO_FORM} />;
}
