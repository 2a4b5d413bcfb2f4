import { NextResponse, type NextRequest } from 'next/server';

const missing = (name: string) =>
  NextResponse.json(
    {
      type: 'about:blank',
      title: 'The web process is not configured',
      status: 502,
      code: 'origin_not_configured',
      detail: `Set ${name} to the address of that process and start the web process again.`,
    },
    { status: 502, headers: { 'content-type': 'application/problem+json' } },
  );

/**
 * Gives the browser one origin: API, accounts, tokens and health go to the API process, live streams to
 * the stream process. The addresses are read at run time, so one build serves every environment
 * (`rewrites` in next.config would bake them in).
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  const name = pathname.startsWith('/stream/') ? 'WAYBILL_STREAM_ORIGIN' : 'WAYBILL_API_ORIGIN';
  const origin = process.env[name];
  return origin ? NextResponse.rewrite(new URL(pathname + search, origin)) : missing(name);
}

export const config = {
  matcher: [
    '/api/:path*',
    '/_allauth/:path*',
    '/oauth/:path*',
    '/.well-known/jwks.json',
    '/.well-known/oauth-authorization-server',
    '/health/:path*',
    '/stream/:path*',
  ],
};
