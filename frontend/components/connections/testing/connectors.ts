import type { ConnectorOut } from '@/lib/api/model';

const BASE: Omit<ConnectorOut, 'name' | 'title' | 'description'> = {
  settings_schema: {},
  credentials_schema: {},
  lists: [],
  actions: [],
};

/** Schemas as Pydantic writes them. */
export const TRYTON: ConnectorOut = {
  ...BASE,
  name: 'tryton',
  title: 'Tryton',
  description: 'A Tryton server, reached with the key of a user application.',
  settings_schema: {
    type: 'object',
    required: ['base_url', 'company'],
    properties: {
      base_url: { type: 'string', title: 'Address', maxLength: 500, description: 'Of the server.' },
      database: {
        type: 'string',
        title: 'Database',
        default: 'tryton',
        pattern: '^[A-Za-z0-9_.-]{1,63}$',
      },
      company: { type: 'integer', title: 'Company', minimum: 1 },
      employee: {
        anyOf: [{ type: 'integer', minimum: 1 }, { type: 'null' }],
        title: 'Employee',
        default: null,
      },
    },
  },
  credentials_schema: {
    type: 'object',
    writeOnly: true,
    required: ['application_key'],
    properties: {
      application_key: {
        type: 'string',
        format: 'password',
        writeOnly: true,
        title: 'Application key',
      },
    },
  },
};

export const REST: ConnectorOut = {
  ...BASE,
  name: 'rest',
  title: 'JSON API',
  description: 'Any JSON API over HTTP.',
  settings_schema: {
    type: 'object',
    required: ['base_url'],
    $defs: {
      LookUp: {
        type: 'object',
        required: ['path'],
        properties: {
          path: { type: 'string', title: 'Path' },
          lag_seconds: { type: 'number', title: 'Lag', default: 0, minimum: 0, maximum: 3600 },
        },
      },
    },
    properties: {
      base_url: { type: 'string', title: 'Address' },
      headers: {
        type: 'object',
        title: 'Headers of every request',
        maxProperties: 50,
        additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] },
      },
      not_done_statuses: {
        type: 'array',
        title: 'Statuses that mean: nothing was done',
        maxItems: 2,
        items: { type: 'integer', minimum: 400, maximum: 599 },
      },
      look_up: {
        anyOf: [{ $ref: '#/$defs/LookUp' }, { type: 'null' }],
        default: null,
        title: 'How a record is found again',
      },
      send_trace: { type: 'boolean', title: 'Tell the API the trace', default: false },
    },
  },
  credentials_schema: {
    type: 'object',
    writeOnly: true,
    $defs: {
      NoAuth: {
        type: 'object',
        description: 'The API asks for no credentials.',
        properties: { scheme: { const: 'none', default: 'none' } },
      },
      BearerAuth: {
        type: 'object',
        description: 'A token.',
        required: ['scheme', 'token'],
        properties: {
          scheme: { const: 'bearer' },
          token: { type: 'string', format: 'password', writeOnly: true, title: 'Token' },
        },
      },
    },
    properties: {
      auth: {
        title: 'Sign-in',
        discriminator: { propertyName: 'scheme', mapping: {} },
        oneOf: [{ $ref: '#/$defs/NoAuth' }, { $ref: '#/$defs/BearerAuth' }],
      },
    },
  },
};
