import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import express from 'express';
import { health } from '../../src/http/health.ts';
import { startApp } from '../support/app.ts';

describe('/health/ready', () => {
  const ask = async (ping: () => Promise<void>, state = {}) => {
    const app = express().use(health({ ping }, { asked: false, begun: true, ...state }));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`);
    const told = `${answer.status} ${await answer.text()}`;
    server.close();
    server.closeAllConnections();
    return told;
  };
  const fine = () => Promise.resolve();

  it('says what keeps the process from its work', async () => {
    expect(await ask(fine)).to.equal('200 ok');
    expect(await ask(fine, { begun: false })).to.equal('503 starting');
    expect(await ask(fine, { asked: true })).to.equal('503 stopping');
    expect(await ask(() => Promise.reject(new Error('gone')))).to.equal('503 store unavailable');
  });

  it('does not wait for a store that does not answer', async () => {
    expect(await ask(() => new Promise(() => undefined))).to.equal('503 store too slow');
  });

  it('is ready once all that runs by itself has begun', async () => {
    const app = await startApp();
    expect((await fetch(`${app.url}/health/ready`)).status).to.equal(200);
    await app.close();
  });
});
