import type { Words } from './words.en';

export const words: Words = {
  loading: 'Die Einladung wird geladen',
  notLoaded: 'Die Einladung konnte nicht geladen werden',
  title: (organization: string) => `${organization} beitreten`,
  offer: (by: string, organization: string, article: string) =>
    `${by} lädt Sie ein, als ${article} an den Zustellungen von ${organization} zu arbeiten.`,
  somebody: 'Jemand, der nicht mehr dabei ist,',
  wayIn: {
    hint: 'Nehmen Sie die Adresse, an die die Einladung ging.',
    signUp: 'Konto anlegen',
    signIn: 'Ich habe eines: anmelden',
  },
  join: {
    signedInAs: 'Sie sind angemeldet als {email}.',
    notSeen: 'Wir konnten nicht sehen, ob Sie angemeldet sind',
    button: (organization: string) => `${organization} beitreten`,
    failed: 'Sie sind nicht beigetreten',
    otherAddress: 'Mit einer anderen Adresse anmelden',
  },
  stale: {
    title: 'Dieser Link führt nirgendwohin',
    text: 'Die Einladung wurde angenommen oder zurückgezogen, oder sie ist älter als sieben Tage. Bitten Sie, wer Sie eingeladen hat, sie noch einmal zu senden; nur der neueste Link gilt.',
    signIn: 'Anmelden',
  },
};
