import type { PreviewOut } from '@/lib/api/model';
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

export const FORESEEN: PreviewOut = {
  workflow: 'order',
  version: null,
  language: 'en',
  subject: 'Acme Ltd',
  data: {},
  steps: [
    {
      key: 'customer',
      title: 'Creating the customer',
      connection: 'Our ERP',
      connector: 'tryton',
      action: 'party.create',
      effect: 'readable',
      needs: [],
      condition: null,
      fate: 'sent',
      reason: null,
      skip: null,
      ordering: null,
      assumes: [],
      input: { name: 'Acme Ltd' },
      requests: [
        {
          about: 'Create the customer.',
          when: 'If no customer has it.',
          reads: false,
          method: 'POST',
          url: 'https://erp.example.com/rest/model/party.party',
          headers: { 'Content-Type': 'application/json' },
          body: { name: 'Acme Ltd' },
          decoded: {},
          is_cut: false,
        },
      ],
      output: { id: 1 },
    },
    {
      key: 'mail',
      title: 'Writing to sales',
      connection: 'Our mail server',
      connector: 'email',
      action: 'email.send',
      effect: 'blind',
      needs: ['customer'],
      condition: "input.country == 'AT'",
      fate: 'skipped',
      reason: 'Its condition does not hold.',
      skip: 'condition',
      ordering: null,
      assumes: [],
      input: null,
      requests: [],
      output: null,
    },
  ],
  notes: ['The number of the customer is a sample.'],
  note_codes: [],
};
