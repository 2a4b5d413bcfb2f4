import type { Words } from './problems.en';

export const words: Words = {
  unreachable: {
    title: 'Waybill ist nicht erreichbar',
    detail: 'Es kam keine Antwort. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  },
  titles: {
    401: 'Sie sind nicht angemeldet',
    403: 'Das dürfen Sie nicht sehen',
    404: 'Hier ist nichts',
    429: 'Zu viele Anfragen',
  },
  title: 'Waybill konnte nicht antworten',
  detail: (status: number) => `Der Server antwortete mit dem Status ${status}.`,
};
