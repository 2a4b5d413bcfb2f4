import { contentSecurityPolicy } from './security';

test('scripts come from us, or are the two inline scripts by their hashes', () => {
  const policy = contentSecurityPolicy({});
  expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}='){2}(;|$)/);
  expect(policy).toContain("connect-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toContain("script-src-attr 'none'");
  expect(policy).not.toContain('unsafe-eval');
});

test('error reports may leave only for the host that was configured', () => {
  const policy = contentSecurityPolicy({ sentryDsn: 'https://key@errors.example/1' });
  expect(policy).toContain("connect-src 'self' https://errors.example;");
});
