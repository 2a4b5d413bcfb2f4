import type { Words } from './words.en';

export const words: Words = {
  title: 'Ein Programm zulassen',
  loading: 'Das Programm wird gesucht',
  notSeen: 'Wir konnten nicht sehen, ob Sie angemeldet sind',
  notLoaded: 'Das Programm konnte nicht nachgeschlagen werden',
  code: {
    lead: 'Ein Programm, das in Ihrem Namen handeln will, zeigt einen Code. Geben Sie ihn hier ein.',
    label: 'Code aus Ihrem Programm',
    hint: 'Acht Buchstaben. Großschreibung und Bindestriche sind egal.',
    missing: 'Geben Sie den Code ein, den Ihr Programm zeigt.',
    button: 'Weiter',
  },
  request: {
    lead: (program: string) => `${program} will in Ihrem Namen handeln`,
    same: 'Zeigt Ihr Programm genau diesen Code?',
    facts: {
      program: 'Programm',
      from: 'Fragt von',
      asked: 'Gefragt',
      said: 'Nennt sich',
      person: 'Handelt als',
      organization: 'Für',
      may: 'Darf',
    },
    here: 'Ihre eigene Adresse',
    elsewhere:
      'Nicht die Adresse, von der Sie kommen. Das stimmt nur, wenn es auf einem anderen Rechner läuft.',
    unnamed: 'Nichts',
    choice: 'Für welche Organisation?',
    everything: (organization: string) => `Alles, was Sie in ${organization} dürfen`,
    some: (count: number) => (count === 1 ? 'Eine Sache' : `${count} Dinge`),
    approve: 'Zulassen',
    refuse: 'Ablehnen',
    notApproved: 'Das Programm wurde nicht zugelassen',
    notRefused: 'Das Programm wurde nicht abgewiesen',
    other: 'Einen anderen Code eingeben',
  },
  warning: {
    title: 'Lassen Sie nur zu, was Sie selbst gestartet haben',
    text: 'Wer einen Code bestätigt bekommt, kann in Ihrem Namen handeln. Hat Ihnen jemand diesen Code oder Link geschickt, per Mail, Chat oder Anruf: Lehnen Sie ab.',
  },
  nowhere: {
    title: 'Sie können dieses Programm nicht zulassen',
    text: 'In keiner Ihrer Organisationen dürfen Sie, was es verlangt. Lehnen Sie ab, oder bitten Sie einen Inhaber um eine höhere Rolle.',
  },
  approved: {
    title: 'Das Programm ist zugelassen',
    text: (program: string, organization: string) =>
      `${program} handelt jetzt für Sie in ${organization}. Kehren Sie dorthin zurück; diese Seite können Sie schließen.`,
    end: 'Um es zu beenden, melden Sie sich dort ab, oder beenden Sie seine Sitzung unter {sessions}.',
    sessions: 'Ihre Anmeldung',
  },
  refused: {
    title: 'Das Programm wurde abgewiesen',
    text: (program: string) =>
      `${program} hat nichts von Ihnen bekommen, und sein Code ist verbraucht.`,
    hint: 'Hat Ihnen jemand diesen Code geschickt, warnen Sie, wer Ihre Organisation betreut: Vielleicht wird es bei anderen versucht.',
    again: 'War es doch Ihres, beginnen Sie die Anmeldung im Programm noch einmal.',
  },
};
