import { createHash } from 'node:crypto';
import { KEEP_SCRIPT } from '../../early/keep';
import { LANGUAGE_SCRIPT } from '../../words/preference';
import { ASK_EARLY_SCRIPT } from '../asked-early';
import { COLOR_SCHEME_SCRIPT } from '../color-scheme';
import { SHEETS_SCRIPT } from '../inline-styles';

type Header = { key: string; value: string };

function hashed(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/**
 * The policy of every page. Scripts come from us alone, plus five inline scripts by hash.
 * Styles may be inline: Mantine writes custom properties into `style` attributes of the served
 * HTML, and the Pages Router inserts the next page's stylesheet as a `<style>` element.
 */
export function contentSecurityPolicy(options: {
  sentryDsn?: string | undefined;
  dev?: boolean;
  https?: boolean;
  frameAncestors?: readonly string[];
  /** It may show pages of our own in a frame; they say themselves whether they let it. */
  frames?: boolean;
  /** It asks for nothing but its own scripts, styles and pictures. */
  silent?: boolean;
}): string {
  const connect = ["'self'"];
  if (options.sentryDsn) connect.push(new URL(options.sentryDsn).origin);
  const inline = [
    COLOR_SCHEME_SCRIPT,
    LANGUAGE_SCRIPT,
    ASK_EARLY_SCRIPT,
    SHEETS_SCRIPT,
    KEEP_SCRIPT,
  ];
  const script = ["'self'", ...inline.map(hashed)];
  if (options.dev) {
    script.push("'unsafe-eval'");
    connect.push('ws:');
  }
  const ancestors = options.frameAncestors?.length ? options.frameAncestors : ["'none'"];
  return [
    "default-src 'self'",
    `script-src ${script.join(' ')}`,
    "script-src-attr 'none'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${options.silent ? "'none'" : connect.join(' ')}`,
    "worker-src 'self'",
    `frame-src ${options.frames ? "'self'" : "'none'"}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.join(' ')}`,
    ...(options.https ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

/** What framing decides; public forms decide it for themselves, at each request. */
export const neverFramed: Header[] = [
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

/** What only a page of our own may frame: the form that the editor shows beside its questions. */
export const framedByUs = (dev: boolean): Header[] => [
  {
    key: 'Content-Security-Policy',
    value: contentSecurityPolicy({ dev, frameAncestors: ["'self'"], silent: !dev }),
  },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
];

/** For a script that pages of any origin run. Its name stays, so it is asked for again. */
export const forEverybody: Header[] = [
  { key: 'Cache-Control', value: 'public, max-age=300, stale-while-revalidate=86400' },
  { key: 'Access-Control-Allow-Origin', value: '*' },
  { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
];

/** Headers of every page that Next.js renders; the API sets its own. */
export function securityHeaders(): Header[] {
  return [
    { key: 'X-Content-Type-Options', value: 'nosniff' },
    { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
    {
      key: 'Permissions-Policy',
      value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    },
    { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
    { key: 'Origin-Agent-Cluster', value: '?1' },
    { key: 'X-Permitted-Cross-Domain-Policies', value: 'none' },
    { key: 'Strict-Transport-Security', value: 'max-age=31536000; includeSubDomains; preload' },
  ];
}

/** A tracking address is the only key to its submission: it must not leak by referrer or index. */
export const trackingHeaders: Header[] = [
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'X-Robots-Tag', value: 'noindex, nofollow' },
  { key: 'Cache-Control', value: 'private, no-cache' },
];

/**
 * The scripts and the letters of light pages. Their names carry a hash of what is in
 * them; a page in a sandboxed frame may fetch them too, as from another origin.
 */
export const builtOnce: Header[] = [
  { key: 'Cache-Control', value: 'public, max-age=31536000, immutable' },
  { key: 'Access-Control-Allow-Origin', value: '*' },
  { key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' },
];
