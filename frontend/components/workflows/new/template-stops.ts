import type { Stop } from '@/components/ui/route-line/stop';
import type { TemplateOut } from '@/lib/api/model';
import { words } from '../words';

/** The way of a template's submissions: the system of each step is the part that it plays. */
export function templateStops({ steps, parts }: TemplateOut): Stop[] {
  const names = new Map(parts.map(({ key, name }) => [key, name]));
  return steps.map(({ key, title, part, is_conditional: sometimes }) => ({
    key,
    title,
    system: sometimes ? words.new.sometimes(names.get(part) ?? part) : (names.get(part) ?? part),
    state: 'upcoming',
  }));
}
