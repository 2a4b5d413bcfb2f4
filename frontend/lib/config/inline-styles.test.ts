import { SHEET, SHEETS_SCRIPT } from './inline-styles';

test('each sheet that stands in the document has a link that loads nothing', () => {
  document.head.innerHTML = `<style ${SHEET}="/a.css">p{}</style><style ${SHEET}="/b.css"></style><style></style>`;
  new Function(SHEETS_SCRIPT)();
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/a.css', '/b.css']);
  expect(links.every((link) => link.disabled)).toBe(true);
});
