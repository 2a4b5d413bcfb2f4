import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import type { Challenge } from 'altcha-lib/types';

/** Solves the server's task, which takes a browser about a second; the proof to send along. */
export async function solve(challenge: object, signal: AbortController): Promise<string> {
  const task = challenge as Challenge;
  const solution = await solveChallenge({ challenge: task, deriveKey, controller: signal });
  if (solution === null) throw new Error('The task was not solved in time.');
  return btoa(JSON.stringify({ challenge: task, solution }));
}
