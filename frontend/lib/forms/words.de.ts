import type { Words } from './words.en';

export const words: Words = {
  needed: 'Das wird gebraucht.',
  text: 'Schreiben Sie einen Text.',
  number: 'Schreiben Sie eine Zahl.',
  whole: 'Schreiben Sie eine ganze Zahl.',
  choice: 'Wählen Sie etwas aus der Liste.',
  shorter: (most) => `Höchstens ${most} Zeichen.`,
  longer: (least) => (least === 1 ? 'Das wird gebraucht.' : `Mindestens ${least} Zeichen.`),
  fewer: (most) => `Höchstens ${most} davon.`,
  more: (least) => (least === 1 ? 'Mindestens eines.' : `Mindestens ${least} davon.`),
  least: (least) => `${least} oder mehr.`,
  above: (least) => `Mehr als ${least}.`,
  most: (most) => `${most} oder weniger.`,
  below: (most) => `Weniger als ${most}.`,
  pattern: 'Das sieht nicht aus, wie es soll. Vergleichen Sie es mit dem Text unter dem Namen.',
  slug: 'Kleinbuchstaben a bis z, Ziffern und einzelne Bindestriche dazwischen.',
  email: 'Schreiben Sie eine E-Mail-Adresse, etwa ada@example.com.',
  url: 'Schreiben Sie eine ganze Adresse, die mit https:// beginnt.',
  date: 'Schreiben Sie ein Datum mit Uhrzeit.',
  unknown: 'Das ist hier nicht bekannt.',
  wrong: 'Das passt hier nicht.',
};
