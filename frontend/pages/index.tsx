import type { PageConfig } from 'next';
import { Landing } from '@/components/landing/landing';

/** The page has no state, so it comes without the framework's script. */
export const config: Pick<PageConfig, 'unstable_runtimeJS' | 'maxDuration'> = {
  unstable_runtimeJS: false,
};

export default function HomePage() {
  return <Landing demo={null} />;
}
