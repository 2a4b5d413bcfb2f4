import type { BulkKind, BulkStatus, Decision, SubmissionStatus } from '@/lib/api/model';
import { number, plural } from '@/lib/words/amounts/plural';
import type { Words } from './words.en';

const submissions = (count: number) =>
  plural(count, { one: 'eine Einsendung', other: `${number(count)} Einsendungen` });
const steps = (count: number) =>
  plural(count, { one: 'ein Schritt', other: `${number(count)} Schritte` });
const kinds: Record<BulkKind, string> = {
  retry: 'Jetzt erneut versuchen',
  resume: 'Wieder aufnehmen',
  correct: 'Eine Antwort korrigieren',
  resolve: 'Unklares entscheiden',
  cancel: 'Abbrechen',
};
const decisions: Record<Decision, string> = {
  delivered: 'Sie sind angekommen',
  resend: 'Sie sind nicht angekommen: noch einmal senden',
  give_up: 'Dabei belassen: Sie gelten als fehlgeschlagen',
};
const statuses: Record<SubmissionStatus, string> = {
  accepted: 'angenommen',
  delivering: 'unterwegs',
  needs_attention: 'brauchen Sie',
  succeeded: 'zugestellt',
  failed: 'fehlgeschlagen und schon wieder aufgenommen oder gelöscht',
  cancelled: 'abgebrochen und schon wieder aufgenommen oder gelöscht',
};

export const words: Words = {
  kinds,
  bar: {
    label: 'Was mit den ausgewählten Einsendungen geschehen soll',
    chosen: (count) =>
      plural(count, { one: 'Eine ausgewählt', other: `${number(count)} ausgewählt` }),
    most: (count) => `Mehr als ${number(count)} ausgewählt`,
    everything: 'Alles Passende ist ausgewählt',
    clear: 'Auswahl aufheben',
    actions: 'Aktionen',
    ask: (kind) => `${kinds[kind]} …`,
    export: 'Exportieren …',
    forbidden: 'Eingreifen dürfen Operatoren; exportieren dürfen Sie.',
  },
  dialog: {
    meaning: {
      retry:
        'Schritte, die auf ihren nächsten Versuch warten, werden jetzt versucht. Grenzen und Pausen ihrer Verbindungen gelten weiter.',
      resume:
        'Jede fehlgeschlagene oder abgebrochene Einsendung läuft als neue weiter, ab dem Schritt, der fehlgeschlagen ist. Was gelungen war, wird mitgenommen.',
      correct:
        'In jeder fehlgeschlagenen oder abgebrochenen Einsendung wird eine Antwort ersetzt; dann läuft sie als neue weiter. Jedes Formular prüft die Antwort; was es ablehnt, bleibt, wie es ist.',
      resolve:
        'Sie sagen, was aus den Schritten wurde, deren Ausgang niemand kennt. Sehen Sie vorher am Ziel nach.',
      cancel:
        'Von ihnen wird nichts mehr gesendet. Ein Schritt, der gerade gesendet wird, endet noch von selbst, und was zugestellt ist, bleibt dort.',
    },
    newest: 'Der neuesten Version ihres Workflows folgen',
    field: {
      label: 'Antwort, die korrigiert wird',
      placeholder: 'Frage auswählen',
      loading: 'Die Fragen werden gelesen …',
      failed: 'Die Fragen konnten nicht gelesen werden',
      none: 'Keine der ausgewählten Einsendungen kann mit einer anderen Antwort wieder aufgenommen werden.',
      has: (count) => `${submissions(count)} mit dieser Frage`,
      choose: 'Antwort auswählen',
      value: 'Neue Antwort',
      values: 'Neue Antworten',
      clear: 'Die Antwort herausnehmen',
      yes: 'Ja',
      no: 'Nein',
      look: 'Prüfen',
      sensitive: 'Vertraulich: Sie wird verschlüsselt gespeichert und verdeckt angezeigt.',
    },
    decision: {
      legend: 'Was haben Sie gefunden?',
      options: decisions,
      record: 'Ihre Nummer am Ziel, falls sie eine gemeinsame haben',
      note: 'Notiz',
    },
    looking: 'Es wird nachgesehen, was das bewirkt …',
    failed: 'Es konnte nicht nachgesehen werden',
    notStarted: 'Es wurde nicht gestartet',
    pace: {
      legend: 'Tempo',
      perSecond: (rate) => `${number(rate)} pro Sekunde`,
      all: 'So schnell wie möglich',
    },
    start: (kind, count) =>
      ({
        retry: `${submissions(count)} erneut versuchen`,
        resume: `${submissions(count)} wieder aufnehmen`,
        correct: `${submissions(count)} korrigieren`,
        resolve: `${submissions(count)} entscheiden`,
        cancel: `${submissions(count)} abbrechen`,
      })[kind],
    leave: 'Nichts tun',
  },
  preview: {
    label: 'Was das bewirkt',
    nothing: {
      retry: 'Keine hat einen Schritt, der auf seinen nächsten Versuch wartet.',
      resume:
        'Keine ist fehlgeschlagen oder abgebrochen, oder jede wurde schon wieder aufgenommen.',
      correct:
        'Keine ist fehlgeschlagen oder abgebrochen, oder jede wurde schon wieder aufgenommen.',
      resolve: 'Keine hat einen Schritt, dessen Ausgang unklar ist.',
      cancel: 'Jede ist schon beendet.',
    },
    treats: (count, selected) =>
      count === selected
        ? plural(count, {
            one: 'Die eine, die Sie ausgewählt haben.',
            other: `Alle ${number(count)}, die Sie ausgewählt haben.`,
          })
        : `${number(count)} von ${number(selected)}, die Sie ausgewählt haben.`,
    more: (count) =>
      `Es passen mehr. Eine Aktion behandelt ${number(count)}: die ältesten. Wiederholen Sie sie für die anderen.`,
    fixed: 'Genau diese, Stand jetzt: Was sich später ändert, kommt nicht dazu.',
    left: 'So wie sie sind, bleiben:',
    leftAs: (count, status) => `${number(count)} ${statuses[status as SubmissionStatus] ?? status}`,
    sends: (count) =>
      plural(count, {
        one: 'Ein Schritt wird gesendet.',
        other: `${number(count)} Schritte werden gesendet.`,
      }),
    sendsNothing: 'Es wird nichts gesendet.',
    effects: {
      keyed: (count) => `${steps(count)} mit Schlüssel: Das Ziel nimmt jeden nur einmal an`,
      readable: (count) =>
        `${steps(count)}, nach denen am Ziel gesucht werden kann, bevor sie wiederholt werden`,
      blind: (count) => `${steps(count)} blind: Das Ziel erkennt keine Wiederholung`,
      unknown: (count) => `${steps(count)} einer Aktion, die dieser Stand nicht kennt`,
    },
    duplicates: (count) =>
      plural(count, {
        one: 'Ein Schritt ist vielleicht schon angekommen und wäre dann doppelt da.',
        other: `${number(count)} Schritte sind vielleicht schon angekommen und wären dann doppelt da.`,
      }),
    recognized: (count) =>
      plural(count, {
        one: 'Ein Schritt ist vielleicht schon angekommen. Das Ziel erkennt ihn, also wird er nicht doppelt.',
        other: `${number(count)} Schritte sind vielleicht schon angekommen. Das Ziel erkennt sie, also wird keiner doppelt.`,
      }),
    tried: (refused, tried) =>
      refused === 0
        ? `Gegen das Formular geprüft: ${plural(tried, { one: 'sie besteht', other: `${number(tried)} bestehen` })}.`
        : `${number(refused)} von ${number(tried)}, die gegen ihr Formular geprüft wurden, blieben, wie sie sind:`,
    takes: (time) => `Dauert ${time}.`,
  },
  time: {
    moment: 'einen Augenblick',
    minutes: (count) =>
      plural(count, { one: 'etwa eine Minute', other: `etwa ${number(count)} Minuten` }),
    hours: (count) =>
      plural(count, { one: 'etwa eine Stunde', other: `etwa ${number(count)} Stunden` }),
  },
  list: {
    title: 'Sammelaktionen',
    lead: 'Was mit vielen Einsendungen auf einmal geschah: durch wen, wie weit es ist, und was aus jeder wurde. Sie beginnt mit einer Auswahl in der Liste.',
    back: 'Einsendungen',
    loading: 'Die Sammelaktionen werden geladen',
    failed: 'Die Sammelaktionen konnten nicht geladen werden',
    empty: {
      title: 'Noch keine Sammelaktion',
      next: 'Wählen Sie Einsendungen in der {list} aus und dann, was mit ihnen geschehen soll.',
      list: 'Liste',
    },
    what: 'Sammelaktionen',
    columns: {
      action: 'Aktion',
      state: 'Zustand',
      done: 'Erledigt',
      left: 'Belassen',
      by: 'Von',
      started: 'Gestartet',
    },
    progress: (done, total) => `${number(done)} von ${number(total)}`,
  },
  statuses: {
    draft: 'Nicht gestartet',
    running: 'Läuft',
    stopped: 'Angehalten',
    done: 'Fertig',
  } satisfies Record<BulkStatus, string>,
  progress: {
    title: 'Sammelaktion',
    lead: 'Sie behandelt eine Einsendung nach der anderen, so schnell wie verlangt. Diese Seite folgt ihr von selbst. Sie können sie schließen: Die Arbeit geht weiter, und Sie erfahren, wenn sie endet.',
    asked: 'Was verlangt wurde',
    loading: 'Die Sammelaktion wird geladen',
    failed: 'Die Sammelaktion konnte nicht geladen werden',
    unknown: {
      title: 'Diese Sammelaktion gibt es nicht',
      text: 'Vielleicht gehört sie einer anderen Organisation, oder ihre Adresse ist nicht vollständig.',
    },
    all: 'Alle Sammelaktionen',
    said: (handled, total) =>
      `${number(handled)} von ${plural(total, { one: 'einer Einsendung', other: `${number(total)} Einsendungen` })}`,
    remaining: (time) => `noch ${time}`,
    waiting: 'Ein Worker nimmt sie in wenigen Sekunden auf.',
    stop: 'Anhalten',
    stopFailed: 'Sie konnte nicht angehalten werden',
    stopped: 'Angehalten. Was getan ist, bleibt getan.',
    finished: (done, refused) =>
      refused === 0
        ? `Fertig: ${submissions(done)} behandelt.`
        : `Fertig: ${submissions(done)} behandelt, ${number(refused)} belassen.`,
    facts: {
      by: 'Gestartet von',
      started: 'Gestartet',
      ended: 'Beendet',
      pace: 'Tempo',
      newest: 'Version',
      newestText: 'Die neueste ihres Workflows',
      field: 'Antwort',
      decision: 'Entscheidung',
    },
    decisions,
    pace: (rate) => `Höchstens ${number(rate)} Einsendungen pro Sekunde`,
    bar: 'Wie weit sie ist',
  },
  outcomes: {
    title: 'Was aus ihnen wurde',
    tabs: {
      refused: (count) => `Belassen (${number(count)})`,
      done: (count) => `Erledigt (${number(count)})`,
      pending: (count) => `Stehen noch aus (${number(count)})`,
      stopped: (count) => `Nicht erledigt (${number(count)})`,
    },
    loading: 'Was aus ihnen wurde, wird geladen',
    failed: 'Was aus ihnen wurde, konnte nicht geladen werden',
    none: {
      refused: 'Keine wurde belassen.',
      done: 'Noch keine ist erledigt.',
      pending: 'Keine steht mehr aus.',
    },
    expired: 'Was aus jeder Einsendung wurde, wird 90 Tage aufbewahrt.',
    what: 'Einsendungen',
    columns: {
      reference: 'Referenz',
      about: 'Worum es geht',
      state: 'Zustand jetzt',
      reason: 'Warum sie belassen wurde',
    },
    wentOn: 'ging als {reference} weiter',
    gone: 'Nicht mehr aufbewahrt',
    wayOn:
      'Vor diesen wurde angehalten. Um weiterzumachen, wählen Sie sie in {list} aus und starten neu. Ein Suchtext wird nicht aufbewahrt.',
    wayOnList: 'der Liste mit denselben Filtern',
    nameless: '—',
  },
  export: {
    title: (count) => `${count} exportieren`,
    everything: 'Einsendungen',
    some: submissions,
    most: (count) => `Mehr als ${number(count)} Einsendungen`,
    format: {
      legend: 'Format',
      csv: 'CSV, für jede Tabellenkalkulation',
      xlsx: 'Excel (XLSX), bis 50.000 Einsendungen',
      jsonl: 'JSON Lines, für Programme',
    },
    columns: {
      legend: 'Spalten',
      always: 'Referenz, Zustand, Zeiten, Workflow, Version, Betreff und Problem sind immer dabei.',
      answers: 'Antworten, jede unter ihrer Frage',
      steps: 'Zustand und Referenz jedes Schritts',
    },
    reveal: {
      label: 'Vertrauliche Antworten zeigen',
      text: 'Das Prüfprotokoll hält für jede Einsendung fest, dass Sie sie gesehen haben.',
    },
    masked: 'Vertrauliche Antworten sind verdeckt.',
    tooMany:
      'Es sind zu viele einzeln ausgewählt. Wählen Sie alles Passende aus, und grenzen Sie die Liste mit Filtern ein.',
    download: 'Herunterladen',
    leave: 'Schließen',
    audited: 'Das Prüfprotokoll hält diesen Export fest.',
  },
};
