import { useEffect, useRef, useState } from 'react';

/** How far below what is in view something counts as seen, so that it is there when it is reached. */
const AHEAD = '0px 0px 25% 0px';

/** Whether an element has been in view, or on the way to paper. */
export function useSeen<Seen extends Element>() {
  const ref = useRef<Seen>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !ref.current) return;
    const see = () => setSeen(true);
    const observer = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && see(),
      { rootMargin: AHEAD },
    );
    observer.observe(ref.current);
    addEventListener('beforeprint', see);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', see);
    };
  }, [seen]);
  return { ref, seen };
}
