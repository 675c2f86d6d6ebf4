import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { expect } from 'chai';
import { metrics } from '../../src/http/health.ts';
import { createMeters } from '../../src/http/measures.ts';

const token = 'c0ffee11deadbeef22badc0de33facade';

describe('/metrics', () => {
  const servers: Server[] = [];
  const serve = async (given: string | undefined): Promise<string> => {
    const app = express().set('env', 'test').use(metrics(given, createMeters()));
    const server = createServer(app).listen(0, '127.0.0.1');
    servers.push(server);
    await once(server, 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`;
  };
  afterEach(() => {
    for (const server of servers.splice(0)) {
      server.close();
      server.closeAllConnections();
    }
  });
  const statusOf = async (url: string, headers: Record<string, string> = {}) => (await fetch(url, { headers })).status;

  it('without a token answers this machine, but nobody that a proxy on it asks for', async () => {
    const url = await serve(undefined);
    expect(await statusOf(url)).to.equal(200);
    for (const name of ['Forwarded', 'Via', 'X-Forwarded-For', 'X-Forwarded-Proto', 'X-Real-IP'])
      expect(await statusOf(url, { [name]: '127.0.0.1' }), name).to.equal(404);
  });

  it('with a token answers it alone, from wherever', async () => {
    const url = await serve(token);
    expect(await statusOf(url, { authorization: `Bearer ${token}`, 'X-Forwarded-For': '198.41.0.4' })).to.equal(200);
    for (const wrong of ['', token, `Bearer ${token}x`, `Bearer ${token.slice(1)}`, 'Bearer æ'])
      expect(await statusOf(url, { authorization: encodeURI(wrong) }), wrong).to.equal(404);
    expect(await statusOf(url)).to.equal(404);
  });
});
