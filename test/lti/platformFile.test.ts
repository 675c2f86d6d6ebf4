import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { BadPlatformFile, readPlatformFile } from '../../src/lti/platforms/platformFile.ts';
import { anywhere, publicOnly } from '../../src/lti/reach.ts';

const folder = join(import.meta.dirname, '..', '..', 'lti-config');
const rules = { reach: publicOnly, scopes: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'] };
const valid = {
  name: 'Moodle lms.example.dk',
  issuer: 'https://lms.example.dk',
  client_id: 'client-1',
  authorization_endpoint: 'https://lms.example.dk/mod/lti/auth.php',
  token_endpoint: 'https://lms.example.dk/mod/lti/token.php',
  jwks_uri: 'https://lms.example.dk/mod/lti/certs.php',
  deployment_ids: ['1'],
};

function faultsOf(content: unknown, reach = publicOnly): string[] {
  try {
    readPlatformFile(typeof content === 'string' ? content : JSON.stringify(content), { ...rules, reach });
    return [];
  } catch (error) {
    if (error instanceof BadPlatformFile) return error.faults;
    throw error;
  }
}

describe('a file that describes a platform', () => {
  it('becomes what we know of the platform', () => {
    expect(readPlatformFile(JSON.stringify(valid), rules)).to.deep.equal({
      name: 'Moodle lms.example.dk',
      issuer: 'https://lms.example.dk',
      clientId: 'client-1',
      authEndpoint: 'https://lms.example.dk/mod/lti/auth.php',
      tokenEndpoint: 'https://lms.example.dk/mod/lti/token.php',
      tokenAudience: 'https://lms.example.dk/mod/lti/token.php',
      jwksUri: 'https://lms.example.dk/mod/lti/certs.php',
      scopes: rules.scopes,
      deployments: ['1'],
      deploymentRule: 'listed',
      origins: ['https://lms.example.dk'],
    });
    const other = {
      ...valid,
      deployment_ids: 'any',
      token_audience: 'https://api.example.dk',
      frame_origins: ['https://*.example.dk'],
    };
    expect(readPlatformFile(JSON.stringify(other), rules)).to.deep.include({
      deployments: [],
      deploymentRule: 'any',
      tokenAudience: 'https://api.example.dk',
      origins: ['https://lms.example.dk', 'https://*.example.dk'],
    });
  });

  for (const field of Object.keys(valid)) {
    it(`must have ${field}`, () => {
      const faults = faultsOf({ ...valid, [field]: undefined });
      expect(faults).to.have.length(1);
      expect(faults[0]).to.match(new RegExp(`^${field} (is missing|must be)`));
    });
  }

  const wrong: [string, object, RegExp][] = [
    ['an address on http', { jwks_uri: 'http://lms.example.dk/keys' }, /jwks_uri is not a public https address/],
    ['a private address', { token_endpoint: 'https://10.0.0.1/token' }, /token_endpoint is not a public https/],
    ['no address', { issuer: 'lms.example.dk' }, /issuer is not a public https address/],
    ['an unknown field', { jwks_url: 'https://lms.example.dk' }, /jwks_url is not a field/],
    ['an unknown rule', { deployment_ids: 'all' }, /deployment_ids must be "first", "any"/],
    ['no deployment', { deployment_ids: [] }, /deployment_ids must be|deployment_ids/],
    ['a frame with a path', { frame_origins: ['https://lms.example.dk/x'] }, /frame_origins must hold/],
    ['a frame that is everyone', { frame_origins: ['https://*'] }, /frame_origins must hold/],
    [
      'a policy smuggled in',
      { frame_origins: ["https://a.dk; script-src 'unsafe-inline'"] },
      /frame_origins must hold/,
    ],
    ['an empty client id', { client_id: ' ' }, /client_id is empty/],
    ['a client id that is a number', { client_id: 5 }, /client_id/],
  ];
  for (const [what, change, fault] of wrong) {
    it(`is refused with ${what}`, () => {
      const faults = faultsOf({ ...valid, ...change });
      expect(faults).to.have.length(1);
      expect(faults[0]).to.match(fault);
    });
  }

  it('names every fault at once, and what is not JSON', () => {
    expect(faultsOf({ ...valid, issuer: 'x', jwks_uri: 'y' })).to.have.length(2);
    expect(faultsOf('{')).to.deep.equal(['This is not JSON. Look for a missing comma or quotation mark.']);
    expect(faultsOf([])).to.have.length(1);
  });

  it('may name private addresses where they are let through', () => {
    expect(faultsOf({ ...valid, issuer: 'http://127.0.0.1:8000' }, anywhere)).to.deep.equal([]);
  });

  for (const name of ['moodle', 'canvas', 'brightspace', 'blackboard', 'itslearning']) {
    describe(`${name}.json`, () => {
      const content = readFileSync(join(folder, `${name}.json`), 'utf8');

      it('is refused as long as it has placeholders', () => {
        const faults = faultsOf(content);
        expect(faults).to.have.length.greaterThan(0);
        for (const fault of faults) expect(fault).to.include('still has a placeholder');
        expect(faults.join()).to.include('client_id');
      });

      it('is right when they are filled in', () => {
        const filled = content
          .replaceAll(/"<(issuer|[\w ]+ URL)>"/g, '"https://lms.example.dk/$1"')
          .replaceAll(' URL"', '"')
          .replaceAll(/https:\/\/<[^>]*>/g, 'https://lms.example.dk')
          .replaceAll(/<[^>]*>/g, 'filled-in');
        expect(faultsOf(filled)).to.deep.equal([]);
      });
    });
  }
});
