import { COLOR_SCHEME_KEY } from '@/lib/config/color-scheme';

const SCHEME = 'data-mantine-color-scheme';

/** Switches between light and dark; without a choice the system's setting holds. */
export function Colours({ dark, light }: { dark: string; light: string }) {
  function change() {
    const root = document.documentElement;
    const next = root.getAttribute(SCHEME) === 'dark' ? 'light' : 'dark';
    root.setAttribute(SCHEME, next);
    try {
      localStorage.setItem(COLOR_SCHEME_KEY, next);
    } catch {
      return;
    }
  }
  return (
    <button type="button" className="f-tool f-colours" onClick={change}>
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
        <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
        <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" fill="currentColor" />
      </svg>
      <span className="f-unseen f-to-dark">{dark}</span>
      <span className="f-unseen f-to-light">{light}</span>
    </button>
  );
}
