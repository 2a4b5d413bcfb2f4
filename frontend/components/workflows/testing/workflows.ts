import type {
  ConnectionOut,
  TemplateDetailOut,
  VersionOut,
  WorkflowListedOut,
} from '@/lib/api/model';

const NOTHING = { accepted: 0, failed: 0, needs_attention: 0 };

export const workflow = (over: Partial<WorkflowListedOut> = {}): WorkflowListedOut => ({
  slug: 'leads',
  name: 'Leads',
  form_slug: 'leads',
  version: 3,
  has_draft: false,
  archived_at: null,
  docs_url: '/api/v1/docs?workflow=leads',
  last_7_days: NOTHING,
  last_30_days: NOTHING,
  ...over,
});

export const version = (over: Partial<VersionOut> = {}): VersionOut => ({
  number: 1,
  state: 'archived',
  published_at: '2026-11-24T12:00:00Z',
  published_by: 'Ada Berg',
  note: '',
  restores: null,
  replaced_at: null,
  ...over,
});

export const connection = (slug: string, name: string, connector: string) =>
  ({ id: `id-of-${slug}`, slug, name, connector }) as ConnectionOut;

export const TEMPLATE: TemplateDetailOut = {
  id: 'lead-to-erp',
  name: 'Contact form to ERP',
  description: 'A lead becomes a customer, and sales hears of it.',
  has_form: true,
  parts: [
    { key: 'erp', name: 'ERP', role: 'Gets the customer.', connectors: ['tryton'] },
    { key: 'mail', name: 'Mail server', role: 'Writes to sales.', connectors: ['email'] },
  ],
  steps: [
    {
      key: 'customer',
      title: 'Creating the customer',
      part: 'erp',
      action: 'party.upsert',
      needs: [],
      is_conditional: false,
    },
    {
      key: 'sales',
      title: 'Telling sales',
      part: 'mail',
      action: 'email.send',
      needs: ['customer'],
      is_conditional: true,
    },
  ],
  questions: [
    { key: 'company', label: 'Company', kind: 'text', required: true },
    { key: 'size', label: 'People', kind: 'integer', required: false },
  ],
  blanks: [
    {
      key: 'sales',
      label: 'E-mail address of sales',
      help: '',
      kind: 'email',
      example: 'sales@example.com',
    },
  ],
  sample: { company: 'Nordwind Trading', size: 42 },
  document: 'workflow: lead-to-erp',
};

export const CONNECTORS = {
  items: [
    { name: 'tryton', title: 'Tryton' },
    { name: 'email', title: 'E-mail' },
  ],
};
