/** Django's CSRF cookie; over HTTPS its name carries the `__Host-` prefix. */
const COOKIE = /(?:^|; )(?:__Host-)?csrftoken=([^;]*)/;

/** The token to echo in `X-CSRFToken`; empty on the server and before the first answer. */
export function csrfToken(): string {
  if (typeof document === 'undefined') return '';
  const found = COOKIE.exec(document.cookie)?.[1];
  return found ? decodeURIComponent(found) : '';
}
