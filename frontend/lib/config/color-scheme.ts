/** Where the chosen colour scheme is kept in localStorage. */
export const COLOR_SCHEME_KEY = 'waybill:color-scheme';

/** On a button that switches between light and dark. */
export const SWITCHES_COLOURS = 'data-switches-colours';

/**
 * Sets the colours before the first paint, so a page never flashes in the wrong ones, and switches
 * them for whoever presses the button: also on pages that have no other script, and before the
 * others have theirs. Follows the system's setting and a choice made in another tab. It is inline,
 * and the Content-Security-Policy allows exactly this text by its hash (`lib/config/headers/security.ts`).
 */
export const COLOR_SCHEME_SCRIPT = `(function(){
var root=document.documentElement,name='data-mantine-color-scheme',key='${COLOR_SCHEME_KEY}',
dark=matchMedia('(prefers-color-scheme: dark)'),chosen;
function draw(){
try{chosen=localStorage.getItem(key)}catch(e){}
root.setAttribute(name,chosen==='light'||chosen==='dark'?chosen:dark.matches?'dark':'light')}
draw();
dark.addEventListener('change',draw);
addEventListener('storage',draw);
document.addEventListener('click',function(event){
if(!event.target.closest('[${SWITCHES_COLOURS}]'))return;
chosen=root.getAttribute(name)==='dark'?'light':'dark';
try{localStorage.setItem(key,chosen);
dispatchEvent(new StorageEvent('storage',{key:key,newValue:chosen,storageArea:localStorage}))}catch(e){draw()}
})})()`;
