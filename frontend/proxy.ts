import { NextResponse, type NextRequest } from 'next/server';
import { framingHeaders, framingOrigins } from './lib/config/headers/framing';
import { TOO_LONG } from './lib/config/bodies/too-long';
import { tooLargePage } from './lib/config/bodies/too-large';
import { demoIsThere } from './lib/http/demo-form';

const refusal = (status: number, code: string, title: string, detail: string) =>
  NextResponse.json(
    { type: 'about:blank', title, status, code, detail },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );

const missing = (name: string) =>
  refusal(
    502,
    'origin_not_configured',
    'The web process is not configured',
    `Set ${name} to the address of that process and start the web process again.`,
  );

const tooLarge = () =>
  refusal(
    413,
    'too_large',
    'The request is too large',
    'The request has more bytes than a file may have here. Send a smaller one.',
  );

const mostBytes = () => Number(process.env.WAYBILL_LARGEST_BODY);

/** What is larger would be passed on cut off, and who reads it would wait for the rest. */
const isTooLarge = ({ headers }: NextRequest) =>
  Number(headers.get(TOO_LONG) ?? headers.get('content-length')) > mostBytes();

const FORM = /^\/f\/([^/]+)\/?$/;

/** A public form, framed by those alone that its organization names. */
async function form(request: NextRequest, slug = ''): Promise<Response> {
  const origins = await framingOrigins(slug, slug ? process.env.WAYBILL_API_ORIGIN : undefined);
  const response = isTooLarge(request)
    ? await tooLargePage(request, slug, mostBytes())
    : NextResponse.next();
  for (const [name, value] of framingHeaders(origins)) response.headers.set(name, value);
  return response;
}

/** The first page is static. Of its two forms, the one that leads to the demonstration if it is there. */
async function home({ nextUrl }: NextRequest): Promise<Response> {
  const other = nextUrl.clone();
  if (await demoIsThere()) {
    other.pathname = '/with-demo';
    return nextUrl.pathname === '/' ? NextResponse.rewrite(other) : NextResponse.next();
  }
  other.pathname = '/';
  return nextUrl.pathname === '/' ? NextResponse.next() : NextResponse.redirect(other);
}

/**
 * Gives the browser one origin: API, accounts, tokens and health go to the API process, live streams to
 * the stream process. The addresses are read at run time, so one build serves every environment
 * (`rewrites` in next.config would bake them in).
 */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  if (pathname.startsWith('/f/')) return form(request, FORM.exec(pathname)?.[1]);
  if (pathname === '/' || pathname === '/with-demo') return home(request);
  if (isTooLarge(request)) return tooLarge();
  const name = pathname.startsWith('/stream/') ? 'WAYBILL_STREAM_ORIGIN' : 'WAYBILL_API_ORIGIN';
  const origin = process.env[name];
  return origin ? NextResponse.rewrite(new URL(pathname + search, origin)) : missing(name);
}

export const config = {
  matcher: [
    '/',
    '/with-demo',
    '/api/:path*',
    '/_allauth/:path*',
    '/oauth/:path*',
    '/.well-known/jwks.json',
    '/.well-known/oauth-authorization-server',
    '/health/:path*',
    '/stream/:path*',
    '/f/:path*',
  ],
};
