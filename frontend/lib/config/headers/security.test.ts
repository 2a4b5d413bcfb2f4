import { contentSecurityPolicy, framedByUs } from './security';

test('scripts come from us, or are the five inline scripts by their hashes', () => {
  const policy = contentSecurityPolicy({});
  expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}='){5}(;|$)/);
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src-attr 'none'");
  expect(policy).not.toContain('unsafe-eval');
});

test('error reports may leave only for the host that was configured', () => {
  const policy = contentSecurityPolicy({ sentryDsn: 'https://key@errors.example/1' });
  expect(policy).toContain("connect-src 'self' https://errors.example;");
});

test('a page frames our own where it may, and nothing by itself', () => {
  expect(contentSecurityPolicy({})).toContain("frame-src 'none'");
  expect(contentSecurityPolicy({ frames: true })).toContain("frame-src 'self'");
});

test('the form beside its questions is framed by us alone, and sends nothing', () => {
  const headers = new Map(framedByUs(false).map(({ key, value }) => [key, value]));
  const policy = headers.get('Content-Security-Policy');
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).toContain("connect-src 'none'");
  expect(headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
});
