/** Where the chosen colour scheme is kept in localStorage. */
export const COLOR_SCHEME_KEY = 'waybill:color-scheme';

/**
 * Runs before the first paint, so a page never flashes in the wrong scheme. It is inline, and the
 * Content-Security-Policy allows exactly this text by its hash (see `lib/config/security.ts`).
 */
export const COLOR_SCHEME_SCRIPT = `try{var s=localStorage.getItem('${COLOR_SCHEME_KEY}');}catch(e){}
document.documentElement.setAttribute('data-mantine-color-scheme',s==='light'||s==='dark'?s:matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light');`;
