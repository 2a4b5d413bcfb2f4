import { ApiError, unreachable } from '@/lib/http/api-error';

export const RIGHT_TO_LEFT = 'شركة الشمال للتجارة 🚚';
export const LONG = 'Donaudampfschifffahrtsgesellschaft '.repeat(286);

export const FAILED = new ApiError({
  type: 'about:blank',
  title: 'Waybill could not answer',
  status: 503,
  detail: 'The database does not answer. Try again in a minute.',
  code: 'unavailable',
  request_id: '0193a3f0-7c3e-7d10-8f00-000000000001',
  errors: [],
});

export const FORBIDDEN = new ApiError({
  ...FAILED.problem,
  status: 403,
  detail: 'You need the permission “connections:manage”. Ask an admin.',
  code: 'not_permitted',
});

export const AWAY = unreachable(null);

export const AN_HOUR_AGO = '2026-11-24T13:32:07Z';
