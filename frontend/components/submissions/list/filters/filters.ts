import {
  Sort,
  Source,
  SubmissionStatus,
  Within,
  type CountSubmissionsParams,
  type SubmissionFilterIn,
} from '@/lib/api/model';
import { dayOf, startOfDay, zoneHere } from '@/lib/zones/days';

/** What the API is asked for, and what actions over a filter are about. */
export type Wanted = CountSubmissionsParams;

/**
 * The filters of the list as they stand in its address. Days are the reader's own; exact moments
 * come with a link, such as from a chart.
 */
export type ListFilters = {
  q: string;
  status: SubmissionStatus[];
  workflow: string[];
  source: Source[];
  connection_id: string[];
  error_kind: string[];
  assigned_to: string[];
  /** Whether they went on as another one; empty where that does not matter. */
  continued: Continued;
  accepted_within: Within | null;
  accepted_from: string;
  accepted_before: string;
  from: string;
  to: string;
  sort: Sort;
  /** The saved view that they came from. */
  view: string | null;
};

export type Continued = '' | 'true' | 'false';

export type Query = Record<string, string | string[] | undefined>;

export const NONE: ListFilters = {
  q: '',
  status: [],
  workflow: [],
  source: [],
  connection_id: [],
  error_kind: [],
  assigned_to: [],
  continued: '',
  accepted_within: null,
  accepted_from: '',
  accepted_before: '',
  from: '',
  to: '',
  sort: 'newest',
  view: null,
};

/** In the order in which they are offered. */
export const CONTINUED = ['true', 'false'] as const;

const SLUG = /^[a-z0-9-]{1,50}$/;
const KIND = /^[a-z_]{1,24}$/;
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOST_VALUES = 50;
const MOST_TEXT = 100;

/** What the address says; whatever makes no sense in it is left out. */
export function filtersOf(query: Query): ListFilters {
  const all = (name: string) => [query[name] ?? []].flat().slice(0, MOST_VALUES);
  const first = (name: string) => all(name)[0] ?? '';
  return {
    q: first('q').replaceAll('\0', '').slice(0, MOST_TEXT),
    status: unique(all('status').filter(among(SubmissionStatus))),
    workflow: unique(all('workflow').filter((value) => SLUG.test(value))),
    source: unique(all('source').filter(among(Source))),
    connection_id: unique(all('connection_id').filter((value) => ID.test(value))),
    error_kind: unique(all('error_kind').filter((value) => KIND.test(value))),
    assigned_to: unique(all('assigned_to').filter((value) => ID.test(value))),
    continued: CONTINUED.find((value) => value === first('continued')) ?? '',
    accepted_within: [first('accepted_within')].filter(among(Within))[0] ?? null,
    accepted_from: isMoment(first('accepted_from')) ? first('accepted_from') : '',
    accepted_before: isMoment(first('accepted_before')) ? first('accepted_before') : '',
    from: isDay(first('from')) ? first('from') : '',
    to: isDay(first('to')) ? first('to') : '',
    sort: [first('sort')].filter(among(Sort))[0] ?? NONE.sort,
    view: ID.test(first('view')) ? first('view') : null,
  };
}

/** What the address asks for and the list does not know, such as of a link that was mistyped. */
export function leftOut(query: Query): string[] {
  const known = queryOf(filtersOf(query));
  const names = Object.keys(NONE).filter((name) => name !== 'q') as (keyof ListFilters)[];
  return names.flatMap((name) => {
    const kept = [known[name] ?? NONE[name]].flat();
    const unknown = [query[name] ?? []].flat().filter((value) => value && !kept.includes(value));
    return unknown.map((value) => `${name}=${value}`.slice(0, MOST_TEXT));
  });
}

/** The address that says the same. */
export function queryOf(filters: ListFilters): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(filters)) {
    if (value === null || value === NONE[name as keyof ListFilters]) continue;
    if (!Array.isArray(value)) query[name] = value;
    else if (value.length > 0) query[name] = value.length === 1 ? String(value[0]) : value;
  }
  return query;
}

/** What the API is asked for. Days are those of the zone; the last one counts as a whole. */
export function wantedOf(filters: ListFilters, zone = zoneHere()): Wanted {
  const { q, status, workflow, source, connection_id, error_kind, assigned_to } = filters;
  const given = { status, workflow, source, connection_id, error_kind, assigned_to };
  return {
    ...Object.fromEntries(Object.entries(given).filter(([, values]) => values.length > 0)),
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(filters.continued ? { continued: filters.continued === 'true' } : {}),
    ...(filters.accepted_within ? { accepted_within: filters.accepted_within } : {}),
    ...(filters.accepted_from ? { accepted_from: filters.accepted_from } : {}),
    ...(filters.accepted_before ? { accepted_before: filters.accepted_before } : {}),
    ...(filters.from ? { accepted_from: startOfDay(filters.from, 0, zone) } : {}),
    ...(filters.to ? { accepted_before: startOfDay(filters.to, 1, zone) } : {}),
  };
}

/** The filters of what a view keeps. */
export function filtersWanted(wanted: SubmissionFilterIn, sort: Sort): ListFilters {
  return {
    ...NONE,
    q: wanted.q ?? '',
    status: wanted.status ?? [],
    workflow: wanted.workflow ?? [],
    source: wanted.source ?? [],
    connection_id: wanted.connection_id ?? [],
    error_kind: wanted.error_kind ?? [],
    assigned_to: wanted.assigned_to ?? [],
    continued: continuedOf(wanted.continued),
    accepted_within: wanted.accepted_within ?? null,
    ...from(wanted.accepted_from),
    ...to(wanted.accepted_before),
    sort,
  };
}

/** Where a day begins here, the day; else the moment as it is, such as of somebody in another zone. */
function from(moment: string | null | undefined): Partial<ListFilters> {
  if (!moment) return {};
  const day = dayOf(moment, 0);
  return isSame(startOfDay(day, 0), moment) ? { from: day } : { accepted_from: moment };
}

function to(moment: string | null | undefined): Partial<ListFilters> {
  if (!moment) return {};
  const day = dayOf(moment, -1);
  return isSame(startOfDay(day, 1), moment) ? { to: day } : { accepted_before: moment };
}

const isSame = (one: string, other: string) => Date.parse(one) === Date.parse(other);

/** Whether both show the same rows in the same order. */
export function alike(one: ListFilters, other: ListFilters): boolean {
  const said = (filters: ListFilters) => JSON.stringify(queryOf({ ...filters, view: null }));
  return said(one) === said(other);
}

/** Whether anything is left out. */
export function narrowed(filters: ListFilters): boolean {
  return !alike({ ...filters, sort: NONE.sort }, NONE);
}

const continuedOf = (continued: boolean | null | undefined): Continued =>
  typeof continued === 'boolean' ? `${continued}` : '';

const unique = <Value>(values: Value[]): Value[] => [...new Set(values)];

function among<Value extends string>(known: Record<string, Value>) {
  const values = new Set<string>(Object.values(known));
  return (value: string): value is Value => values.has(value);
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z$/;
const isMoment = (text: string): boolean =>
  MOMENT.test(text) && !Number.isNaN(new Date(text).getTime());

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
