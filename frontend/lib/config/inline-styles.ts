/** On a stylesheet that stands in the document: the address that it else has. */
export const SHEET = 'data-sheet';

/**
 * A console page carries its stylesheets, so that its first paint asks for nothing. Next's script
 * looks for a link before it loads a sheet that another page needs too: each gets one, disabled,
 * which loads nothing. It is not in the HTML, where browsers would load it all the same. Inline, and
 * allowed by its hash (`lib/config/headers/security.ts`).
 */
export const SHEETS_SCRIPT = `(function(){
document.querySelectorAll('style[${SHEET}]').forEach(function(style){
var link=document.createElement('link');
link.disabled=true;link.rel='stylesheet';link.href=style.getAttribute('${SHEET}');
document.head.appendChild(link)})})()`;
