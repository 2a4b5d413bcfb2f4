import { plural } from '@/lib/words/amounts/plural';

/** What the page of keys and clients says. */
export const words = {
  kinds: {
    key: {
      title: 'API keys',
      lead: 'One secret that a program sends with each request. The simplest way in.',
      create: 'New API key',
      make: 'Make the API key',
      secret: 'API key',
      empty: 'No program has a key yet',
      loading: 'Loading the API keys',
      notLoaded: 'The API keys could not be loaded',
      notMade: 'The API key was not made',
      revoked:
        'Every program that uses this key is refused within a few seconds. Nothing brings the key back.',
      overlap:
        'Programs keep working with the present secret for that long. Give them the new one.',
    },
    client: {
      title: 'OAuth clients',
      lead: 'A client id and a secret that a service trades for tokens of ten minutes at /oauth/token.',
      create: 'New OAuth client',
      make: 'Make the OAuth client',
      secret: 'Client secret',
      empty: 'No service has a client yet',
      loading: 'Loading the OAuth clients',
      notLoaded: 'The OAuth clients could not be loaded',
      notMade: 'The OAuth client was not made',
      revoked:
        'The service gets no more tokens, and those it holds are refused within a few seconds. Nothing brings the client back.',
      overlap: 'The service can sign in with either secret for that long. Give it the new one.',
    },
  },
  list: {
    columns: {
      name: 'Name',
      state: 'State',
      permissions: 'Permissions',
      used: 'Last used',
      ends: 'Ends',
      change: 'Change',
    },
    states: { active: 'Active', expired: 'Over', revoked: 'Revoked' },
    /** `until`: the time. */
    former: 'Former secret good until {until}',
    permissions: (count: number) =>
      plural(count, { one: '1 permission', other: `${count} permissions` }),
    never: 'Never',
    whenRevoked: 'When revoked',
    over: (count: number) => `${count} that are over`,
    firstStep: 'Make one, copy its secret into the program, and it can reach the API.',
  },
  create: {
    name: 'What is it for?',
    example: 'Web shop, nightly import …',
    lifetime: 'It ends after',
    lifetimes: {
      month: '30 days',
      quarter: '90 days',
      year: 'A year',
      never: 'Until it is revoked',
    },
    scopes: 'What it may do',
    noScope: 'Choose at least one permission.',
    cancel: 'Cancel',
  },
  rotate: {
    button: 'Rotate',
    about: (name: string) => `Rotate the secret of ${name}`,
    group: (name: string) => `Rotate ${name}`,
    overlap: 'How long is the present secret still good?',
    overlaps: {
      hour: 'For an hour',
      day: 'For a day',
      week: 'For a week',
      none: 'It stops at once',
    },
    atOnce: 'Whatever uses the present secret is refused within a few seconds.',
    confirm: 'Make a new secret',
    leave: 'Leave it',
    failed: 'There is no new secret',
  },
  revoke: {
    button: 'Revoke',
    about: (name: string) => `Revoke ${name}`,
    confirm: 'Revoke for good',
    leave: 'Keep it',
    failed: 'It was not revoked',
  },
  secret: {
    title: (name: string) => `Copy the secret of “${name}” now`,
    once: 'Waybill keeps only a hash of it and cannot show it again.',
    clientId: 'Client id',
    stored: 'I have stored it',
    copy: 'Copy',
    copyOf: (what: string) => `Copy ${what}`,
    copied: 'Copied',
    selected: 'Selected: copy it by keyboard',
  },
};

export type Words = typeof words;
