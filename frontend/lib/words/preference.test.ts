import { LANGUAGE_SCRIPT, languageToSpeak, onPreference, prefer, preference } from './preference';

const browser = (...languages: string[]) =>
  jest.spyOn(navigator, 'languages', 'get').mockReturnValue(languages);

afterEach(() => prefer({ language: null, timeZone: null }));

test.each([
  [['de-AT', 'en'], 'de'],
  [['fr', 'de', 'en'], 'de'],
  [['en-GB', 'de'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('a browser that wants %p is spoken to in %s', (languages, language) => {
  browser(...languages);
  expect(languageToSpeak()).toBe(language);
});

test('what a person prefers comes before their browser, and is kept', () => {
  browser('de');
  const told = jest.fn();
  const stop = onPreference(told);
  prefer({ language: 'en', timeZone: 'Asia/Tokyo' });
  expect(languageToSpeak()).toBe('en');
  expect(preference().timeZone).toBe('Asia/Tokyo');
  expect(localStorage.getItem('waybill:language')).toBe('en');
  prefer({ language: 'en', timeZone: 'Asia/Tokyo' });
  expect(told).toHaveBeenCalledTimes(1);
  stop();
});

test('a language or zone that is not known here is none', () => {
  prefer({ language: 'xx', timeZone: 'Mars/Olympus' });
  expect(preference()).toEqual({ language: null, timeZone: null });
});

test('another tab is followed', () => {
  const told = jest.fn();
  const stop = onPreference(told);
  localStorage.setItem('waybill:language', 'de');
  dispatchEvent(new StorageEvent('storage', { key: 'waybill:language' }));
  expect(told).toHaveBeenCalledTimes(1);
  expect(languageToSpeak()).toBe('de');
  stop();
});

describe('before the first paint', () => {
  const root = document.documentElement;
  // The text of an inline script, run as a browser runs it.
  const run = () => new Function(LANGUAGE_SCRIPT)();

  beforeEach(() => {
    jest.useFakeTimers();
    root.lang = 'en';
    root.removeAttribute('data-awaits-words');
  });
  afterEach(() => jest.useRealTimers());

  test('a page in the right language is shown at once', () => {
    browser('en');
    run();
    expect(root).not.toHaveAttribute('data-awaits-words');
  });

  test('another one waits for its words, and not for ever', () => {
    browser('de-AT');
    run();
    expect(root.lang).toBe('de');
    expect(root).toHaveAttribute('data-awaits-words');
    jest.advanceTimersByTime(4_000);
    expect(root).not.toHaveAttribute('data-awaits-words');
  });

  test('what was preferred comes first', () => {
    browser('de');
    localStorage.setItem('waybill:language', 'en');
    run();
    expect(root.lang).toBe('en');
    expect(root).not.toHaveAttribute('data-awaits-words');
  });
});
