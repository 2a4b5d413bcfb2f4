/** It cannot be computed from these answers. */
export class Failed extends Error {}

/** Nothing is where something was read; `coalesce` then looks further. */
export class Missing extends Failed {
  static readonly PREFIX = 'missing: ';

  constructor(name: string) {
    super(`${Missing.PREFIX}${name}`);
  }
}

/** Only the server can compute it. */
export class Unsure extends Error {
  static readonly PREFIX = 'unsure: ';

  constructor(what: string) {
    super(`${Unsure.PREFIX}${what}`);
  }
}
