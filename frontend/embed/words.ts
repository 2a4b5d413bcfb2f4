type Words = { form: string; open: string; close: string };

/** What stands around a form in somebody else's page, in the language that the page asks for. */
const LANGUAGES: Record<string, Words> = {
  en: { form: 'Form', open: 'Open the form', close: 'Close' },
  de: { form: 'Formular', open: 'Das Formular öffnen', close: 'Schließen' },
  fr: { form: 'Formulaire', open: 'Ouvrir le formulaire', close: 'Fermer' },
  es: { form: 'Formulario', open: 'Abrir el formulario', close: 'Cerrar' },
};

export function wordsFor(language: string): Words {
  return LANGUAGES[language.split('-')[0] ?? ''] ?? (LANGUAGES.en as Words);
}
