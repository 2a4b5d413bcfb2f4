import { SWITCHES_COLOURS } from '../config/color-scheme';

/** On the root once the scripts of the page work it. */
export const AWAKE = 'data-awake';

declare global {
  interface Window {
    /** What was sent or pressed last while nothing could answer yet. */
    askedEarly?: HTMLFormElement | HTMLButtonElement | undefined;
  }
}

/**
 * Before the scripts of a page are there, the browser itself would send a form: it asks for the same
 * page again, with what was typed in the address. This keeps the form, or the button that was
 * pressed, for `takeOver`. The button for the colours has a script of its own. It is inline, and
 * allowed by its hash (`lib/config/headers/security.ts`).
 */
export const KEEP_SCRIPT = `(function(){
function keep(event){
if(document.documentElement.hasAttribute('${AWAKE}'))return;
var asked=event.type==='submit'?event.target:event.target.closest('button');
if(!asked||asked.type==='submit'||asked.hasAttribute('${SWITCHES_COLOURS}'))return;
event.preventDefault();
event.stopImmediatePropagation();
window.askedEarly=asked}
addEventListener('submit',keep,true);
addEventListener('click',keep,true)})()`;
