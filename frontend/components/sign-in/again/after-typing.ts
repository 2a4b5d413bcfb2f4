import { isTypedInto } from '@/lib/hooks/use-shortcuts';

const PAUSE_MS = 1000;

/**
 * Calls back at once, or where somebody is typing when they have pressed no key for a second: what
 * opens in mid-word takes the letters that follow. Returns what gives it up.
 */
export function afterTyping(then: () => void): () => void {
  if (!isTypedInto(document.activeElement)) {
    then();
    return () => undefined;
  }
  let timer = setTimeout(end, PAUSE_MS);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(end, PAUSE_MS);
  };
  document.addEventListener('keydown', wait, true);
  function stop() {
    clearTimeout(timer);
    document.removeEventListener('keydown', wait, true);
  }
  function end() {
    stop();
    then();
  }
  return stop;
}
