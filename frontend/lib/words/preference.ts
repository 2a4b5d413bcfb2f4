import { LANGUAGES, type Language } from './languages';

/** How a person wants to read; null: as their browser has it. */
export type Preference = { language: Language | null; timeZone: string | null };

export const LANGUAGE_KEY = 'waybill:language';
export const TIME_ZONE_KEY = 'waybill:time-zone';

/** On the root while the words of the page are not yet those of its reader: it is not shown. */
export const AWAITS_WORDS = 'data-awaits-words';

/**
 * Pages are built in English. Where the reader has another language, this holds the first paint back
 * until the page speaks it, and not for long where its script fails. It is inline, and allowed by its
 * hash (`lib/config/headers/security.ts`).
 */
export const LANGUAGE_SCRIPT = `(function(){
var known=${JSON.stringify(LANGUAGES)},root=document.documentElement,language;
try{language=localStorage.getItem('${LANGUAGE_KEY}')}catch(e){}
if(known.indexOf(language)<0)language=(navigator.languages||[]).map(function(each){return each.slice(0,2)})
.filter(function(each){return known.indexOf(each)>=0})[0]||'en';
if(language==='en')return;
root.lang=language;
root.setAttribute('${AWAITS_WORDS}','');
setTimeout(function(){root.removeAttribute('${AWAITS_WORDS}')},4000)})()`;

const listeners = new Set<() => void>();
let kept: Preference | null = null;

/** What was preferred in this browser, which knows it before the account has answered. */
export function preference(): Preference {
  kept ??= { language: languageOf(read(LANGUAGE_KEY)), timeZone: zoneOf(read(TIME_ZONE_KEY)) };
  return kept;
}

/** Takes over what a person prefers, from their account or as they choose it. */
export function prefer({
  language,
  timeZone,
}: {
  language: string | null;
  timeZone: string | null;
}) {
  const next = { language: languageOf(language), timeZone: zoneOf(timeZone) };
  const before = preference();
  if (next.language === before.language && next.timeZone === before.timeZone) return;
  kept = next;
  write(LANGUAGE_KEY, next.language);
  write(TIME_ZONE_KEY, next.timeZone);
  listeners.forEach((each) => each());
}

/** Calls a listener whenever something else is preferred, in this tab or in another. */
export function onPreference(listener: () => void): () => void {
  const elsewhere = ({ key }: StorageEvent) => {
    if (key !== LANGUAGE_KEY && key !== TIME_ZONE_KEY && key !== null) return;
    kept = null;
    listener();
  };
  listeners.add(listener);
  addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', elsewhere);
  };
}

/** The first of the browser's languages that we have. */
export function languageOfBrowser(): Language {
  const own = navigator.languages.map((each) => languageOf(each.slice(0, 2)));
  return own.find((each) => each !== null) ?? 'en';
}

/** The language to speak: the preferred one, else the browser's. */
export const languageToSpeak = (): Language => preference().language ?? languageOfBrowser();

const languageOf = (text: string | null): Language | null =>
  LANGUAGES.find((each) => each === text) ?? null;

/** A zone of the account may be one that this browser has not heard of. */
function zoneOf(text: string | null): string | null {
  if (!text) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return text;
  } catch {
    return null;
  }
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string | null) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Where nothing may be kept, it holds until the page goes.
  }
}
