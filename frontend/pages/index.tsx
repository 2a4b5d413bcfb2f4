import { Landing } from '@/components/landing/landing';

/** `maxDuration`: Next's generated check of pages wants one of the settings that it knows. */
type Config = { unstable_runtimeJS: false; maxDuration?: number };

/** The page has no state, so it comes without the framework's script. */
export const config: Config = { unstable_runtimeJS: false };

export default function HomePage() {
  return <Landing />;
}
