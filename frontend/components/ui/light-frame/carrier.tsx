import { BRAND } from '@/lib/words/brand';

/** Our name, on pages that speak for somebody else. */
export function Carrier() {
  return (
    <a href="/" className="f-brand" target="_top">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <path d="M5 5v10h10" fill="none" stroke="currentColor" strokeWidth="2" />
        <circle cx="5" cy="4.5" r="3" fill="var(--paper)" stroke="currentColor" strokeWidth="2" />
        <circle cx="15.5" cy="15" r="4" fill="var(--accent)" />
      </svg>
      {BRAND}
    </a>
  );
}
