import type { AlertRouteChangeIn, AlertRouteOut, Channel, Severity } from '@/lib/api/model';

/** A route as its form has it: one address on each line. */
export type RouteValues = {
  channel: Channel;
  name: string;
  severities: Severity[];
  enabled: boolean;
  recipients: string;
  url: string;
  routing_key: string;
};

/** Of Slack and Teams the API tells the host alone: the rest is secret, and stays as it is. */
const SECRET_ADDRESS: ReadonlySet<Channel> = new Set<Channel>(['slack', 'teams']);

export const hasSecretAddress = (channel: Channel): boolean => SECRET_ADDRESS.has(channel);

export function valuesOf(route: AlertRouteOut | null): RouteValues {
  return {
    channel: route?.channel ?? 'email',
    name: route?.name ?? '',
    severities: route?.severities ?? ['warning', 'critical'],
    enabled: route?.enabled ?? true,
    recipients: route?.recipients.join('\n') ?? '',
    url: route && !hasSecretAddress(route.channel) ? route.url : '',
    routing_key: '',
  };
}

/** What the API takes: only what its channel has. */
export function bodyOf(values: RouteValues): AlertRouteChangeIn {
  const { channel, name, severities, enabled, recipients, url, routing_key: key } = values;
  const lines = recipients.split(/[\n,;]/).map((line) => line.trim());
  return {
    name: name.trim(),
    severities,
    enabled,
    recipients: channel === 'email' ? lines.filter(Boolean) : [],
    url: channel === 'email' ? null : url.trim() || null,
    routing_key: channel === 'pagerduty' ? key.trim() || null : null,
  };
}

/** The field of the form that shows what is said of a field of the API. */
export const fieldOf = (field: string): string => field.split('.')[0] ?? field;
