import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Launch } from '../../src/domain/launch.ts';

const SCOPE = 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly';
const LEARNER = 'http://purl.imsglobal.org/vocab/lis/v2/membership#Learner';

/** An LMS of which only the token endpoint and the member list are there (NRPS 2.0), on loopback. */
export interface MemberServer {
  /** Its issuer, and the beginning of its addresses. */
  url: string;
  /** Subjects of the participants on the list; `silent` answers 503. */
  list: string[] | 'silent';
  close(): Promise<void>;
}

export async function startMemberServer(): Promise<MemberServer> {
  const server = createServer((req, res) => {
    const { list } = members;
    const json = (answer: object) => res.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    if (req.url === '/token') json({ access_token: 'one', token_type: 'Bearer', expires_in: 3600, scope: SCOPE });
    else if (list === 'silent') res.writeHead(503).end();
    else json({ id: 'list', context: { id: '2' }, members: list.map((user_id) => ({ user_id, roles: [LEARNER] })) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const members: MemberServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    list: 'silent',
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return members;
}

/** What a launch from there says of its services. */
export function memberListOf({ url }: MemberServer): Launch['services'] {
  return { scopes: [], lineItem: '', lineItems: '', memberships: `${url}/members` };
}
