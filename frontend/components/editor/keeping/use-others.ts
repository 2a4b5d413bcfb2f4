import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { enterEditor, leaveEditor } from '@/lib/api/endpoints/workflows/workflows';
import { useEditor } from '../store/context';

/** The server forgets a tab that was silent for 45 seconds. */
const SAY_EVERY = 20_000;

/** Who else has this draft open. Whoever asks is told to the others, too. */
export function useOthers(): { names: string[]; isYou: boolean } {
  const slug = useEditor((state) => state.slug);
  const [tab] = useState(() => crypto.randomUUID());
  const { data } = useQuery({
    queryKey: ['editors', slug, tab],
    queryFn: ({ signal }) => enterEditor(slug, { tab }, { signal }),
    refetchInterval: SAY_EVERY,
    gcTime: 0,
    retry: false,
  });
  useEffect(() => {
    const leave = () => void leaveEditor(slug, { tab }, { keepalive: true }).catch(() => {});
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [slug, tab]);
  const others = data?.others ?? [];
  const names = others.filter((each) => !each.is_you).map(({ name }) => name);
  return { names: [...new Set(names)], isYou: others.some((each) => each.is_you) };
}
