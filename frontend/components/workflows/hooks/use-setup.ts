import { useForm } from '@mantine/form';
import { useRouter } from 'next/router';
import { useEffect } from 'react';
import { FillWorkflowTemplateBody } from '@/lib/api/zod/workflows/workflows';
import type { ConnectionOut, TemplateDetailOut, TemplateFillIn } from '@/lib/api/model';
import { checkedBy } from '@/lib/forms/checked-by';
import { slugOf } from '../parts/slug-of';
import { words } from '../words';

/** What somebody chose so far. Empty texts are not chosen yet. */
export type Setup = {
  name: string;
  slug: string;
  address: string;
  connections: Record<string, string>;
  values: Record<string, string>;
};

type Query = Partial<Record<string, string | string[]>>;

const NEW = '/workflows/new';
/** Of a text in the address: a server refuses addresses that are much longer. */
const LONGEST = 200;
const check = checkedBy(FillWorkflowTemplateBody);

/**
 * The choices for a workflow of a template. They live in the address too, so that a connection can
 * be made in between, and a reload loses nothing.
 */
export function useSetup(template: TemplateDetailOut, connections: ConnectionOut[]) {
  const router = useRouter();
  const form = useForm<Setup>({
    initialValues: begun(template, connections, router.query),
    validate: (setup) => errorsOf(template, bodyOf(template, setup)),
  });
  const { values } = form;
  useEffect(() => {
    const target = { pathname: NEW, query: queryOf(template.id, values) };
    void router.replace(target, undefined, { shallow: true, scroll: false });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only what was chosen changes it
  }, [values]);
  return { form, body: () => bodyOf(template, values), here: hereWith(template.id, values) };
}

/** Every part needs somebody; an address looks as a short name does, and the same is said of it. */
function errorsOf({ parts }: TemplateDetailOut, body: TemplateFillIn) {
  const errors = check(body);
  for (const { key } of parts)
    if (!body.connections[key]) errors[`connections.${key}`] = words.new.parts.needed;
  if (errors.address)
    errors.address = check({ ...body, slug: body.address }).slug ?? errors.address;
  return errors;
}

/** The connections that can play a part. */
export const fittingOf = (connectors: string[], connections: ConnectionOut[]) =>
  connections.filter(({ connector }) => connectors.includes(connector));

function begun(template: TemplateDetailOut, connections: ConnectionOut[], query: Query): Setup {
  const given = (key: string) => {
    const value = query[key];
    return typeof value === 'string' ? value : undefined;
  };
  const name = given('name') ?? template.name;
  const slug = given('slug') ?? slugOf(name);
  return {
    name,
    slug,
    address: given('address') ?? (template.has_form ? slug : ''),
    connections: Object.fromEntries(
      template.parts.map(({ key, connectors }) => {
        const fitting = fittingOf(connectors, connections);
        const wanted = given(`c.${key}`) ?? '';
        const known = fitting.some(({ slug: each }) => each === wanted);
        // The only one that there is needs no choice.
        return [key, known ? wanted : fitting.length === 1 ? (fitting[0]?.slug ?? '') : ''];
      }),
    ),
    values: Object.fromEntries(
      template.blanks.map(({ key, example }) => [key, given(`v.${key}`) ?? String(example)]),
    ),
  };
}

function bodyOf(template: TemplateDetailOut, setup: Setup): TemplateFillIn {
  const numbers = new Set(
    template.blanks.flatMap(({ key, kind }) => (kind === 'number' ? key : [])),
  );
  const values = Object.entries(setup.values).map(([key, text]) => {
    const isNumber = numbers.has(key) && text.trim() !== '' && Number.isFinite(Number(text));
    return [key, isNumber ? Number(text) : text.trim()];
  });
  return {
    name: setup.name.trim(),
    slug: setup.slug.trim(),
    address: setup.address.trim() || null,
    connections: Object.fromEntries(Object.entries(setup.connections).filter(([, slug]) => slug)),
    values: Object.fromEntries(values),
  };
}

function queryOf(template: string, setup: Setup): Record<string, string> {
  const { name, slug, address, connections, values } = setup;
  const all = {
    template,
    name,
    slug,
    address,
    ...prefixed('c', connections),
    ...prefixed('v', values),
  };
  return Object.fromEntries(
    Object.entries(all).map(([key, text]) => [key, text.slice(0, LONGEST)]),
  );
}

const prefixed = (prefix: string, texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${prefix}.${key}`, text]));

const hereWith = (template: string, setup: Setup) =>
  `${NEW}?${new URLSearchParams(queryOf(template, setup)).toString()}`;
