import type { TrackingOut } from '@/lib/api/model';

/** How long the last words stand there before the page goes on by itself. */
const READING_SECONDS = 5;
/** Later the page is one that somebody came back to. */
const JUST_SENT_MS = 60_000;

/** The header that leads on to the site that the form names, as long as it was only just sent. */
export function refreshOf({ sent, submitted_at }: TrackingOut): string | null {
  if (!sent?.redirect || Date.now() - Date.parse(submitted_at) > JUST_SENT_MS) return null;
  return `${READING_SECONDS}; url=${new URL(sent.redirect).href}`;
}
