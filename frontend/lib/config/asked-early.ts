/** Stands for what the address of the page names. */
export const NAMED = '_named_';

/**
 * Addresses of pages, and what such a page is sure to ask the API for: what is said in an address is
 * not known when its document is made, and one with a filter asks for something else.
 */
export const ASKED: readonly [address: string, asked: readonly string[]][] = [
  // Its list comes after what stands above it, which it would otherwise be pushed down by.
  ['^/submissions$', ['/api/v1/submissions/count']],
  ['^/submissions/([0-9a-f-]{36})$', [`/api/v1/submissions/${NAMED}`]],
  ['^/workflows/(?!new$)([a-z0-9-]+)$', [`/api/v1/workflows/${NAMED}`]],
  ['^/callbacks$', ['/api/v1/callback-endpoints?limit=50']],
  ['^/alerts$', ['/api/v1/alert-counts']],
  ['^/settings/members$', ['/api/v1/members?limit=100']],
  ['^/settings/organization$', ['/api/v1/organization']],
  ['^/settings/audit$', ['/api/v1/audit/chain', '/api/v1/audit?limit=50']],
];

/** Pages with one of these addresses. */
export const ASKS_EARLY = new Set([
  '/submissions',
  '/submissions/[id]',
  '/workflows/[slug]',
  '/callbacks',
  '/alerts',
  '/settings/members',
  '/settings/organization',
  '/settings/audit',
]);

/**
 * Asks for it while the scripts of the page are still on their way. It is inline, and allowed by its
 * hash (`lib/config/headers/security.ts`).
 */
export const ASK_EARLY_SCRIPT = `(function(){
${JSON.stringify(ASKED)}.forEach(function(each){
var found=(location.pathname+location.search).match(each[0]);
if(found)each[1].forEach(function(asked){
var link=document.createElement('link');
link.rel='preload';link.as='fetch';link.crossOrigin='anonymous';
link.href=asked.replace('${NAMED}',found[1]);
document.head.appendChild(link)})})})()`;
