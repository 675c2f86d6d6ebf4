import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** What the browser's page and the person's device say; a test may make each of it wrong. */
interface Says {
  origin: string;
  challenge: string;
  /** Whether the person showed a finger, a face or a code. */
  verified?: boolean;
  counter?: number;
}

/** A device with one passkey for localhost, in software (WebAuthn level 3, sections 5.8.1, 6.1 and 6.5). */
export function createAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const rawId = randomBytes(24);
  const id = rawId.toString('base64url');
  const common = { id, rawId: id, type: 'public-key', clientExtensionResults: {} };
  return {
    id,
    /** What `navigator.credentials.create` gives. */
    made: (says: Says): string => {
      const key = Buffer.from('A5010203262001215820' + hexOf(x) + '225820' + hexOf(y), 'hex');
      const length = Buffer.from([0, rawId.length]);
      const data = Buffer.concat([authenticatorData(says, 0x40), Buffer.alloc(16), length, rawId, key]);
      const object = Buffer.concat([CBOR_NONE, Buffer.from([0x59, data.length >> 8, data.length & 255]), data]);
      const response = { clientDataJSON: clientData('webauthn.create', says), attestationObject: base64(object) };
      return JSON.stringify({ ...common, response });
    },
    /** What `navigator.credentials.get` gives. */
    used: (says: Says): string => {
      const client = clientData('webauthn.get', says);
      const data = authenticatorData(says);
      const clientHash = createHash('sha256').update(Buffer.from(client, 'base64url')).digest();
      const signature = sign('sha256', Buffer.concat([data, clientHash]), privateKey);
      const response = { clientDataJSON: client, authenticatorData: base64(data), signature: base64(signature) };
      return JSON.stringify({ ...common, response });
    },
  };
}

/** `{fmt: "none", attStmt: {}, authData: …}`, as far as the last value. */
const CBOR_NONE = Buffer.concat([
  Buffer.from([0xa3, 0x63]),
  Buffer.from('fmt'),
  Buffer.from([0x64]),
  Buffer.from('none'),
  Buffer.from([0x67]),
  Buffer.from('attStmt'),
  Buffer.from([0xa0, 0x68]),
  Buffer.from('authData'),
]);

function clientData(type: string, { origin, challenge }: Says): string {
  return base64(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
}

/** Hash of the site, flags (present: 1, verified: 4) and counter. */
function authenticatorData({ verified = true, counter = 0 }: Says, flags = 0): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  const site = createHash('sha256').update('localhost').digest();
  return Buffer.concat([site, Buffer.from([flags | 1 | (verified ? 4 : 0)]), count]);
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64url');
}

function hexOf(base64url: string): string {
  return Buffer.from(base64url, 'base64url').toString('hex');
}
