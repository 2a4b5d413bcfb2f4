import type { NextConfig } from 'next';
import { largestBody } from './lib/config/bodies/body-size';
import { releaseOf } from './lib/config/reporting/release';
import {
  builtOnce,
  contentSecurityPolicy,
  forEverybody,
  framedByUs,
  neverFramed,
  securityHeaders,
  trackingHeaders,
} from './lib/config/headers/security';

/** Pixels: as wide as a logo is drawn, and twice that for fine screens. */
const LOGO_WIDTHS = [192, 384];
const LARGEST_LOGO_BYTES = 1024 * 1024;

const dev = process.env.NODE_ENV === 'development';
const policy = contentSecurityPolicy({
  sentryDsn: process.env.NEXT_PUBLIC_SENTRY_DSN,
  dev,
  // One page leads to the other without loading it anew, so all of them have the editor's.
  frames: true,
});

const bodyLimit = largestBody(process.env.WAYBILL_MAX_UPLOAD_BYTES);

const config: NextConfig = {
  // Becomes part of proxy.ts, so that both have the same limit in an image.
  env: {
    WAYBILL_LARGEST_BODY: String(bodyLimit),
    NEXT_PUBLIC_SENTRY_RELEASE: releaseOf(process.env),
  },
  ...(process.env.WAYBILL_WEB_OUTPUT === 'standalone' ? { output: 'standalone' as const } : {}),
  // Pages in `.jsx` are for whoever develops: the gallery of parts.
  pageExtensions: ['tsx', 'ts', ...(dev ? ['jsx'] : [])],
  reactStrictMode: true,
  poweredByHeader: false,
  bundlePagesRouterDependencies: true,
  // scripts/maps.mjs takes them out of what is served.
  productionBrowserSourceMaps: Boolean(process.env.NEXT_PUBLIC_SENTRY_DSN),
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // A form's logo and nothing else: what takes any address would reach into our own network.
  images: {
    localPatterns: [{ pathname: '/api/v1/forms/*/logos/*', search: '' }],
    remotePatterns: [],
    imageSizes: LOGO_WIDTHS,
    deviceSizes: [640],
    qualities: [75],
    maximumResponseBody: LARGEST_LOGO_BYTES,
    minimumCacheTTL: 24 * 3600,
    // It is passed on as it is; opened by itself it runs nothing.
    dangerouslyAllowSVG: true,
    contentDispositionType: 'attachment',
    contentSecurityPolicy: "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  },
  experimental: {
    serverSourceMaps: Boolean(process.env.NEXT_PUBLIC_SENTRY_DSN),
    proxyClientMaxBodySize: bodyLimit,
    // A spreadsheet is made whole before its first byte; 30 seconds is what Next would wait.
    proxyTimeout: 120_000,
    // Sharing it would put an inline script into every page, which our policy does not allow.
    turbopackSharedRuntime: false,
    optimizePackageImports: ['@mantine/core', '@mantine/hooks'],
  },
  headers: async () => [
    {
      source: '/((?!api/|_allauth/|oauth/|\\.well-known/|health/|stream/).*)',
      headers: securityHeaders(),
    },
    // proxy.ts sets these for public forms, each by its own list.
    {
      source: '/((?!api/|_allauth/|oauth/|\\.well-known/|health/|stream/|f/).*)',
      headers: [{ key: 'Content-Security-Policy', value: policy }, ...neverFramed],
    },
    { source: '/workflows/:slug/form', headers: framedByUs(dev) },
    { source: '/t/:path*', headers: trackingHeaders },
    { source: '/confirm/:path*', headers: trackingHeaders },
    { source: '/embed.js', headers: forEverybody },
    { source: '/light/:path*', headers: builtOnce },
  ],
};

export default config;
