import dynamic from 'next/dynamic';
import { useMe } from '@/lib/hooks/person/use-me';
import { useAnyNotice } from '@/lib/hooks/work/use-notices';
import { EndedWork } from './notices/ended-work';
import { PaletteHost } from './palette/finder';

const Notices = dynamic(() => import('./notices/notices').then((module) => module.Notices), {
  ssr: false,
});

/** What stays while its reader goes from page to page of the console. */
export function ConsoleFrame() {
  const me = useMe();
  const anyNotice = useAnyNotice();
  if (!me.data) return null;
  return (
    <>
      <PaletteHost me={me.data} />
      {anyNotice && <Notices />}
      <EndedWork />
    </>
  );
}
