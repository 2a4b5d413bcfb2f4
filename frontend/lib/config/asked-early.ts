/** Stands for what the address of the page names. */
export const NAMED = '_named_';

/**
 * By page: its addresses, and what it is sure to ask the API for: what is said in an address is
 * not known when its document is made, and one with a filter asks for something else.
 */
const ASKED: Record<string, readonly [address: string, asked: readonly string[]]> = {
  // Its list comes after what stands above it, which it would otherwise be pushed down by.
  '/submissions': ['^/submissions$', ['/api/v1/submissions/count']],
  '/submissions/[id]': ['^/submissions/([0-9a-f-]{36})$', [`/api/v1/submissions/${NAMED}`]],
  '/workflows/[slug]': ['^/workflows/(?!new$)([a-z0-9-]+)$', [`/api/v1/workflows/${NAMED}`]],
  '/callbacks': ['^/callbacks$', ['/api/v1/callback-endpoints?limit=50']],
  '/alerts': ['^/alerts$', ['/api/v1/alert-counts']],
  '/settings/members': ['^/settings/members$', ['/api/v1/members?limit=100']],
  '/settings/organization': ['^/settings/organization$', ['/api/v1/organization']],
  '/settings/audit': ['^/settings/audit$', ['/api/v1/audit/chain', '/api/v1/audit?limit=50']],
};

/** Pages with one of these addresses. */
export const ASKS_EARLY = new Set(Object.keys(ASKED));

/**
 * Asks for it while the scripts of the page are still on their way. It is inline, and allowed by its
 * hash (`lib/config/headers/security.ts`).
 */
export const ASK_EARLY_SCRIPT = `(function(){
${JSON.stringify(Object.values(ASKED))}.forEach(function(each){
var found=(location.pathname+location.search).match(each[0]);
if(found)each[1].forEach(function(asked){
var link=document.createElement('link');
link.rel='preload';link.as='fetch';link.crossOrigin='anonymous';
link.href=asked.replace('${NAMED}',found[1]);
document.head.appendChild(link)})})})()`;
