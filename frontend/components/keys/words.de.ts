import { plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

export const words: Words = {
  kinds: {
    key: {
      title: 'API-Schlüssel',
      lead: 'Ein Geheimnis, das ein Programm mit jeder Anfrage sendet. Der einfachste Weg.',
      create: 'Neuer API-Schlüssel',
      make: 'API-Schlüssel anlegen',
      secret: 'API-Schlüssel',
      empty: 'Noch hat kein Programm einen Schlüssel',
      loading: 'Die API-Schlüssel werden geladen',
      notLoaded: 'Die API-Schlüssel konnten nicht geladen werden',
      notMade: 'Der API-Schlüssel wurde nicht angelegt',
      revoked:
        'Jedes Programm mit diesem Schlüssel wird in wenigen Sekunden abgewiesen. Nichts bringt ihn zurück.',
      overlap:
        'So lange arbeiten Programme noch mit dem jetzigen Geheimnis. Geben Sie ihnen das neue.',
    },
    client: {
      title: 'OAuth-Clients',
      lead: 'Eine Client-ID und ein Geheimnis, die ein Dienst unter /oauth/token gegen Tokens für zehn Minuten tauscht.',
      create: 'Neuer OAuth-Client',
      make: 'OAuth-Client anlegen',
      secret: 'Geheimnis des Clients',
      empty: 'Noch hat kein Dienst einen Client',
      loading: 'Die OAuth-Clients werden geladen',
      notLoaded: 'Die OAuth-Clients konnten nicht geladen werden',
      notMade: 'Der OAuth-Client wurde nicht angelegt',
      revoked:
        'Der Dienst bekommt keine Tokens mehr, und die er hat, werden in wenigen Sekunden abgewiesen. Nichts bringt den Client zurück.',
      overlap:
        'So lange kann sich der Dienst mit beiden Geheimnissen anmelden. Geben Sie ihm das neue.',
    },
  },
  list: {
    columns: {
      name: 'Name',
      state: 'Zustand',
      permissions: 'Rechte',
      used: 'Zuletzt benutzt',
      ends: 'Endet',
      change: 'Ändern',
    },
    states: { active: 'Aktiv', expired: 'Abgelaufen', revoked: 'Widerrufen' },
    former: 'Früheres Geheimnis gilt noch bis {until}',
    permissions: (count: number) => plural(count, { one: '1 Recht', other: `${count} Rechte` }),
    never: 'Nie',
    whenRevoked: 'Wenn widerrufen',
    over: (count: number) =>
      plural(count, { one: '1, der nicht mehr gilt', other: `${count}, die nicht mehr gelten` }),
    firstStep:
      'Legen Sie einen an und kopieren Sie sein Geheimnis in das Programm: Dann erreicht es die API.',
  },
  create: {
    name: 'Wofür ist er?',
    example: 'Webshop, nächtlicher Import …',
    lifetime: 'Er endet nach',
    lifetimes: {
      month: '30 Tagen',
      quarter: '90 Tagen',
      year: 'einem Jahr',
      never: 'seinem Widerruf',
    },
    scopes: 'Was er darf',
    noScope: 'Wählen Sie mindestens ein Recht.',
    cancel: 'Abbrechen',
  },
  rotate: {
    button: 'Erneuern',
    about: (name: string) => `Das Geheimnis von ${name} erneuern`,
    group: (name: string) => `${name} erneuern`,
    overlap: 'Wie lange gilt das jetzige Geheimnis noch?',
    overlaps: {
      hour: 'Eine Stunde',
      day: 'Einen Tag',
      week: 'Eine Woche',
      none: 'Es endet sofort',
    },
    atOnce: 'Was das jetzige Geheimnis benutzt, wird in wenigen Sekunden abgewiesen.',
    confirm: 'Neues Geheimnis anlegen',
    leave: 'So lassen',
    failed: 'Es gibt kein neues Geheimnis',
  },
  revoke: {
    button: 'Widerrufen',
    about: (name: string) => `${name} widerrufen`,
    confirm: 'Endgültig widerrufen',
    leave: 'Behalten',
    failed: 'Es wurde nichts widerrufen',
  },
  secret: {
    title: (name: string) => `Kopieren Sie jetzt das Geheimnis von „${name}“`,
    once: 'Waybill behält davon nur einen Hash und kann es nicht noch einmal zeigen.',
    clientId: 'Client-ID',
    stored: 'Ich habe es gespeichert',
    copy: 'Kopieren',
    copyOf: (what: string) => `${what} kopieren`,
    copied: 'Kopiert',
    selected: 'Markiert: Kopieren Sie mit der Tastatur',
  },
};
