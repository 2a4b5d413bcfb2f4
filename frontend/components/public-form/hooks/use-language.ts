import { useEffect, useState } from 'react';
import { getForm } from '@/lib/api/endpoints/forms/forms';
import type { Form } from '../form';
import type { Start } from './use-public-form';

/** The form in another language, in the place of this one: nothing that was typed is lost. */
export function useLanguage(begin: Start) {
  const [start, setStart] = useState(begin);
  const { form } = start;

  useDocumentOf(form);

  /** Resolves with whether it worked; else the page itself can be loaded in that language. */
  async function change(language: string): Promise<boolean> {
    try {
      const [other, { countriesIn, withCountriesInOrder }] = await Promise.all([
        getForm(form.slug, { language }),
        import('@/lib/words/countries'),
      ]);
      if (other.version !== form.version) return false;
      const countries = countriesIn(other);
      setStart((current) => ({ ...current, form: withCountriesInOrder(other), countries }));
      const address = new URL(window.location.href);
      address.searchParams.set('language', language);
      window.history.replaceState(window.history.state, '', address);
      return true;
    } catch {
      return false;
    }
  }

  return { start, change };
}

/** The document around a form speaks its language. */
export function useDocumentOf(form: Form): void {
  useEffect(() => {
    const root = document.documentElement;
    root.lang = form.language;
    root.dir = form.direction;
    document.title = titleOf(form);
  }, [form]);
}

/** What the window is called: the form, and whose it is. */
export const titleOf = ({ title, organization }: Form): string => `${title} · ${organization.name}`;
