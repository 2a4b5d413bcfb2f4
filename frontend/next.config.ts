import type { NextConfig } from 'next';
import { largestBody } from './lib/config/body-size';
import {
  builtOnce,
  contentSecurityPolicy,
  forEverybody,
  neverFramed,
  securityHeaders,
  trackingHeaders,
} from './lib/config/security';

const dev = process.env.NODE_ENV === 'development';
const policy = contentSecurityPolicy({ sentryDsn: process.env.NEXT_PUBLIC_SENTRY_DSN, dev });

const bodyLimit = largestBody(process.env.WAYBILL_MAX_UPLOAD_BYTES);

const config: NextConfig = {
  // Becomes part of proxy.ts, so that both have the same limit in an image.
  env: { WAYBILL_LARGEST_BODY: String(bodyLimit) },
  ...(process.env.WAYBILL_WEB_OUTPUT === 'standalone' ? { output: 'standalone' as const } : {}),
  reactStrictMode: true,
  poweredByHeader: false,
  bundlePagesRouterDependencies: true,
  productionBrowserSourceMaps: false,
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  experimental: {
    proxyClientMaxBodySize: bodyLimit,
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
    { source: '/t/:path*', headers: trackingHeaders },
    { source: '/confirm/:path*', headers: trackingHeaders },
    { source: '/embed.js', headers: forEverybody },
    { source: '/light/:path*', headers: builtOnce },
  ],
};

export default config;
