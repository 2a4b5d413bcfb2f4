import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '@playwright/test';

/** Its origin, on a port that is free. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<string> {
  server.listen(0, host);
  await once(server, 'listening');
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

export function close(server: Server): void {
  server.closeAllConnections();
  server.close();
}

/** A web process of a test's own, on the build that is there. */
export async function startWeb(env: Record<string, string>) {
  const probe = createServer();
  const origin = await listen(probe);
  probe.close();
  await once(probe, 'close');
  const next = ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1'];
  const web = spawn(process.execPath, [...next, '-p', new URL(origin).port], {
    env: { ...process.env, NODE_ENV: 'production', ...env },
    stdio: 'ignore',
  });
  const status = () =>
    fetch(origin).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(status, { timeout: 60_000 }).toBe(200);
  async function stop() {
    web.kill('SIGTERM');
    await once(web, 'exit');
  }
  return { origin, stop };
}
