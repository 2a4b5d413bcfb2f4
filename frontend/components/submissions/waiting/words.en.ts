/** Why a step is not being sent now: the cause, what ends it, and who can. */
export const words = {
  paused: '{system} was paused {since}. An operator has to resume it.',
  pausedBy: '{system} was paused by {who} {since}. An operator has to resume it.',
  refused:
    '{system} refused our sign-in {since}. Somebody has to correct its credentials and resume it.',
  breaker: '{system} does not answer properly. Waybill looks again {until}.',
  breakerNow: '{system} did not answer properly. One try goes now, and decides about the others.',
  throttled: '{system} asked for fewer requests. It goes on {until}.',
  rate: '{system} takes only so much at a time. It goes on by itself.',
  backoff: '{system} could not take it. Next try {until}.',
  backoffNow: '{system} could not take it. The next try is due now.',
  noWorker: 'No worker serves this queue. Whoever runs Waybill has to start one.',
  order: 'An earlier submission with the same order comes first. It goes on when that one ends.',
  dependency: 'An earlier step comes first.',
  turn: 'Next in line for {system}.',
};

export type Words = typeof words;
