/**
 * For which organization this page was drawn. All tabs of a browser share the session; the API
 * refuses a change from a page that was drawn before another tab went over to another organization.
 */
let organization: string | null = null;

export const ORGANIZATION_HEADER = 'X-Waybill-Organization';

export function drawnFor(): string | null {
  return organization;
}

export function drawFor(id: string | null): void {
  organization = id;
}
