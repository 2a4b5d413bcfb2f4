import { Validator, type OutputUnit, type Schema } from '@cfworker/json-schema';
import type { Data } from '../answers/data';
import type { Form, Issue } from '../form';
import type { Say } from '../words';
import { questionAt } from './paths';
import { sentenceOf } from './sentences';

/** These only say that something below them is wrong. */
const FRAMES = new Set([
  'properties',
  'items',
  'prefixItems',
  'allOf',
  'additionalProperties',
  '$ref',
  '$dynamicRef',
  'anyOf',
  'oneOf',
]);

/** Asked for by the form itself, which knows what is shown. */
const ASKED_ELSEWHERE = new Set(['required', 'minProperties', 'dependentRequired']);

/** What the form's JSON Schema finds wrong. A schema that cannot be read here is the server's. */
export function schemaIssues(form: Form, data: Data, say: Say): Issue[] {
  const told = new Set<string>();
  return outputOf(form, data).flatMap((unit) => {
    const path = pathOf(unit.instanceLocation);
    if (FRAMES.has(unit.keyword) || ASKED_ELSEWHERE.has(unit.keyword)) return [];
    const found = questionAt(form.questions, path);
    if (found === null || told.has(path)) return [];
    told.add(path);
    return [{ field: path, message: sentenceOf(unit, limitIn(form, unit), found.question, say) }];
  });
}

function outputOf({ json_schema }: Form, data: Data): OutputUnit[] {
  try {
    return new Validator(json_schema as Schema, '2020-12', false).validate(data).errors;
  } catch {
    return [];
  }
}

/** "#/lines/0/part" is `lines.0.part`. */
function pathOf(location: string): string {
  return location
    .split('/')
    .slice(1)
    .map((piece) => decodeURIComponent(piece).replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

/** What the keyword that broke says: the 200 of `maxLength: 200`. */
function limitIn({ json_schema }: Form, { keywordLocation }: OutputUnit): unknown {
  return keywordLocation
    .split('/')
    .slice(1)
    .reduce<unknown>((node, piece) => step(json_schema, node, piece), json_schema);
}

function step(root: unknown, node: unknown, piece: string): unknown {
  if (typeof node !== 'object' || node === null) return undefined;
  const key = decodeURIComponent(piece).replaceAll('~1', '/').replaceAll('~0', '~');
  const next = (node as Record<string, unknown>)[key];
  if (key !== '$ref' || typeof next !== 'string') return next;
  return next
    .split('/')
    .slice(1)
    .reduce<unknown>((at, each) => step(root, at, each), root);
}
