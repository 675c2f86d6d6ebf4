// The plainest tool that @lti-tool/core can be: everything in memory, a page of one heading. Its parent starts it with
// <port> <issuer> <client id>, and learns by a message that it listens.
import { randomBytes, webcrypto } from 'node:crypto';
import express from 'express';
import { bundledModuleOf } from './packages.ts';

/** What we use of the package. */
interface Package {
  LTITool: new (options: object) => {
    handleLogin(parameters: object): Promise<string>;
    verifyLaunch(idToken: string, state: string): Promise<object>;
    createSession(payload: object): Promise<object>;
  };
}

const [port, issuer = '', clientId] = process.argv.slice(2);
const { LTITool } = await bundledModuleOf<Package>('@lti-tool/core', 'dist/index.js');

const nonces = new Set<string>();
const sessions = new Map<string, object>();
const launchConfig = {
  iss: issuer,
  clientId,
  deploymentId: 'deployment-1',
  authUrl: `${issuer}/auth`,
  tokenUrl: `${issuer}/token`,
  jwksUrl: `${issuer}/keys`,
};
const storage = {
  getLaunchConfig: () => Promise.resolve(launchConfig),
  storeNonce: (nonce: string) => Promise.resolve(void nonces.add(nonce)),
  validateNonce: (nonce: string) => Promise.resolve(nonces.delete(nonce)),
  addSession: (session: { id: string }) => {
    sessions.set(session.id, session);
    return Promise.resolve(session.id);
  },
  getSession: (id: string) => Promise.resolve(sessions.get(id)),
};
const rsa = {
  name: 'RSASSA-PKCS1-v1_5',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: 'SHA-256',
};
const keyPair = await webcrypto.subtle.generateKey(rsa, true, ['sign', 'verify']);
const tool = new LTITool({ stateSecret: randomBytes(32), keyPair, storage });

type Fields = Record<string, string>;

express()
  .use(express.urlencoded())
  .post('/lti/login', async (request, response) => {
    const launchUrl = `http://localhost:${port}/lti/launch`;
    const asked = { lti_deployment_id: launchConfig.deploymentId, ...(request.body as Fields), launchUrl };
    response.redirect(await tool.handleLogin(asked));
  })
  .post('/lti/launch', async (request, response) => {
    const { id_token: token = '', state = '' } = request.body as Fields;
    await tool.createSession(await tool.verifyLaunch(token, state));
    response.send('<!doctype html><html lang="da"><title>Kurset</title><h1>Kurset</h1>');
  })
  .listen(Number(port), '127.0.0.1', () => process.send?.('ready'));
