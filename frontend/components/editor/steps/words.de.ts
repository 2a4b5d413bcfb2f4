import { tag } from '@/lib/words/languages';
import { number } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

const counted = (count: number, one: string, other: string) =>
  count === 1 ? `1 ${one}` : `${number(count)} ${other}`;
const listed = (names: readonly string[]) =>
  new Intl.ListFormat(tag(), { type: 'conjunction' }).format(names);
const quoted = (names: readonly string[]) => listed(names.map((each) => `„${each}“`));

export const words: Words = {
  effects: {
    keyed: 'Geht die Antwort verloren, wird gefahrlos noch einmal gesendet.',
    readable:
      'Geht die Antwort verloren, sieht Waybill nach, ob es angekommen ist, bevor es noch einmal sendet.',
    blind: 'Geht die Antwort verloren, entscheidet ein Mensch, was geschieht.',
  },
  add: {
    open: 'Schritt hinzufügen',
    behind: (name) => `Schritt hinzufügen nach „${name}“`,
    first: 'Schritt hinzufügen gleich nach dem Formular',
    title: 'Was soll geschehen?',
  },
  choose: {
    search: 'Suchen',
    hint: 'Ein System, oder was es tun soll: Kunde, Mail, Auftrag …',
    alike:
      'auftrag bestellung verkauf order sale purchase, kunde kontakt customer party contact, mail e-mail email nachricht message, anfrage verkaufschance lead opportunity, ticket anliegen request issue',
    found: (count) => counted(count, 'Möglichkeit', 'Möglichkeiten'),
    unmatched:
      'Kein verbundenes System tut das. Suchen Sie anders, oder verbinden Sie ein weiteres System.',
    none: 'Noch ist kein System verbunden.',
    failed: 'Die verbundenen Systeme konnten nicht geladen werden',
    more: 'Weiteres System verbinden',
    moreHint:
      'Das öffnet einen neuen Tab. Was Sie dort verbinden, erscheint hier, wenn Sie zurückkommen.',
    ask: 'Admins Ihrer Organisation verbinden Systeme.',
  },
  pane: {
    gone: 'Diesen Schritt gibt es nicht mehr. Wählen Sie einen anderen auf der Route.',
    sends: 'Was er sendet',
    when: 'Wann',
    after: 'Worauf er wartet',
    people: 'Was Menschen lesen',
  },
  system: {
    system: 'System',
    systemHint: (kind) => `Verbindungen mit ${kind}`,
    action: 'Was er dort tut',
    other: 'Anderes System …',
    otherTitle: 'Was soll dieser Schritt tun?',
    look: 'Verbindung ansehen',
    goneTitle: 'Das System dieses Schrittes gibt es nicht',
    gone: (slug) =>
      `Dieser Schritt geht an „${slug}“; das hat diese Organisation nicht oder nicht mehr. Alles Geschriebene bleibt. Wählen Sie, wohin er stattdessen geht.`,
    instead: (name) => `${name} nehmen`,
    unknownTitle: 'Das System kennt diese Aktion nicht',
    unknown: (kind, action) =>
      `${kind} hat keine Aktion „${action}“. Alles Geschriebene bleibt. Wählen Sie, was der Schritt stattdessen tut.`,
    extra: (action) => `„${action}“ nimmt das nicht an:`,
    extraKept: 'Es bleibt, bis Sie es herausnehmen; so können Sie noch zurück.',
    takeOut: 'Herausnehmen',
  },
  when: {
    label: 'Nur wenn',
    hint: 'Ohne Bedingung wird der Schritt immer getan.',
    skipped: (names) =>
      `Ist er nicht nötig, ${names.length === 1 ? 'wird' : 'werden'} auch ${quoted(names)} übersprungen.`,
  },
  after: {
    atOnce: 'Er beginnt, sobald das Formular gesendet ist.',
    afterOne: (name) => `Er beginnt, wenn „${name}“ beendet ist.`,
    afterAll: (names) => `Er beginnt, wenn alle diese beendet sind: ${quoted(names)}.`,
    rule: 'Scheitert einer davon endgültig, wird dieser Schritt übersprungen. Wurden alle übersprungen, er auch.',
    choose: 'Er wartet auf',
    chooseHint:
      'Schritte, die auf diesen warten, stehen nicht zur Wahl: Sie würden aufeinander warten.',
    nothing: 'Es gibt keinen anderen Schritt, auf den er warten könnte.',
    missing: (key) => `„${key}“, den es nicht gibt`,
    reads: (name) =>
      `Dieser Schritt verwendet, was „${name}“ liefert. Das ist nur bekannt, wenn er darauf wartet.`,
    keep: 'Weiter warten',
    clear: 'Nicht warten, und leeren, was es verwendet',
    leave: 'Nicht warten, ich ändere es selbst',
  },
  reading: {
    input: (name) => `was er als „${name}“ sendet`,
    when: 'seine Bedingung',
    ordering: 'was einzeln nacheinander geht',
    of: (name, parts) => `„${name}“: ${listed(parts)}`,
  },
  people: {
    hint: 'Wer eingesendet hat, sieht das auf der Seite, auf der die Einsendung zu verfolgen ist.',
    title: 'Während es geschieht',
    titleHint: 'Etwa: Kunde wird angelegt',
    done: 'Wenn es getan ist',
    doneHint: 'Leer: die Worte der Aktion.',
    inLanguage: (label, language) => `${label} (${language})`,
    insert: 'Einfügen',
    insertInto: (what, label) => `${what} einfügen in „${label}“`,
    named: {
      system: 'Name des Systems',
      record: 'Nummer dort',
      subject: 'was eingesendet wurde',
    },
    another: 'ein Ausdruck',
  },
  more: {
    title: 'Mehr: Versuche, Tempo, Reihenfolge, Schlüssel',
    between: (least, most) => `Eine Zahl von ${number(least)} bis ${number(most)}.`,
    above: (most) => `Eine Zahl über 0, höchstens ${number(most)}.`,
    whole: (least, most) => `Eine ganze Zahl von ${number(least)} bis ${number(most)}.`,
    usual: (value) => `Leer: ${number(value)}`,
    retry: 'Wenn es nicht gelingt',
    base: 'Erste Wartezeit, in Sekunden',
    baseHint: 'Vor dem zweiten Versuch.',
    factor: 'Wievielmal länger jede Wartezeit ist',
    factorHint: '3: dreimal so lang wie die vorige.',
    cap: 'Längste Wartezeit, in Sekunden',
    capHint: '86.400 sind ein Tag.',
    tries: 'Versuche insgesamt',
    triesHint: 'Mit dem ersten.',
    never: 'Es wird einmal versucht und nicht wieder.',
    schedule: (waits, last, tries, total) =>
      `Nach höchstens ${waits.join(', ')}${last ? ` … ${last}` : ''} wird es wieder versucht: bis zu ${number(tries)} Versuche in höchstens ${total}. Jede Wartezeit ist zufällig bis dahin, damit nicht alle zugleich wiederkommen.`,
    tooLong: 'Die erste Wartezeit ist länger als die längste.',
    span: (count, unit) =>
      ({
        day: counted(count, 'Tag', 'Tagen'),
        hour: counted(count, 'Stunde', 'Stunden'),
        minute: counted(count, 'Minute', 'Minuten'),
        second: `${number(count)} s`,
      })[unit],
    speed: 'Tempo',
    timeout: 'Auf eine Antwort warten, in Sekunden',
    timeoutHint: 'Danach gilt die Antwort als verloren.',
    queue: 'Dringlichkeit',
    queueHint: 'Jede hat ihre eigenen Arbeiter; so hält viel von einer die anderen nicht auf.',
    queues: {
      critical: 'Dringend: vor allem anderen',
      default: 'Wie üblich',
      bulk: 'Kann warten: große Mengen',
    },
    ordering: 'Einzeln nacheinander je',
    orderingHint:
      'Einsendungen mit demselben Text hier gehen nacheinander an dieses System, wie sie kamen. Leer: alle zugleich.',
    advanced: 'Für Fortgeschrittene',
    key: 'Schlüssel',
    keyHint:
      'Wie das Dokument den Schritt nennt. Kleine Buchstaben, Ziffern und _, mit einem Buchstaben am Anfang. Alles, was auf ihn wartet oder verwendet, was er liefert, wird mit geändert.',
    keyWrong: 'Nur kleine Buchstaben, Ziffern und _, mit einem Buchstaben am Anfang, höchstens 50.',
    keyTaken: 'Ein anderer Schritt hat diesen Schlüssel.',
    rename: 'Schlüssel ändern',
  },
  menu: {
    label: (name) => `Was mit „${name}“ getan werden kann`,
    up: 'Nach oben',
    down: 'Nach unten',
    duplicate: 'Verdoppeln',
    remove: 'Entfernen …',
  },
  remove: {
    title: (name) => `„${name}“ entfernen?`,
    read: 'Was er liefert, wird hier verwendet und muss neu gewählt werden:',
    bridge: (names, before) =>
      `${quoted(names)} ${names.length === 1 ? 'wartet' : 'warten'} stattdessen auf ${quoted(before)}`,
    free: (names) =>
      `${quoted(names)} ${names.length === 1 ? 'wartet' : 'warten'} auf ihn, und dann nicht mehr.`,
    undo: 'Sie können das rückgängig machen.',
    do: 'Schritt entfernen',
    leave: 'Behalten',
  },
  route: {
    label: 'Schritte',
    none: 'Noch gibt es keinen Schritt: Nichts wird irgendwohin gesendet.',
    faults: (count) => counted(count, 'Problem', 'Probleme'),
    afterForm: 'Nach dem Formular',
    after: (names) => `Nach ${quoted(names)}`,
    onlyWhen: (condition) => `Nur wenn ${condition}`,
    doing: (system, action) => `${system}: ${action}`,
    noSystem: (slug) => `„${slug}“ gibt es nicht`,
    drag: (name) => `„${name}“ verschieben`,
    sortable: 'verschiebbar',
    help: 'Mit Leertaste oder Enter nehmen Sie den Schritt auf, mit den Pfeiltasten verschieben Sie ihn, mit Leertaste oder Enter legen Sie ihn ab, mit Escape lassen Sie es. Mit Alt und Pfeil nach oben oder unten wandert er sofort.',
    picked: (name) => `„${name}“ ist aufgenommen.`,
    over: (name, place, all) => `„${name}“ ist auf Platz ${number(place)} von ${number(all)}.`,
    put: (name, place) => `„${name}“ steht auf Platz ${number(place)}.`,
    left: (name) => `„${name}“ bleibt, wo er war.`,
  },
};
