/** How Sentry names what runs, the same in pages, web server and backend; none without a version. */
export function releaseOf(environment: Readonly<Record<string, string | undefined>>) {
  const { SENTRY_RELEASE: named, WAYBILL_VERSION: version } = environment;
  return named || (version ? `waybill@${version}` : '');
}
