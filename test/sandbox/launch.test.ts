import { expect } from 'chai';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { claim, gradeScopes, role } from '../../src/sandbox/vocabulary.ts';
import { beginLogin } from '../support/platform/launch.ts';
import { people } from '../support/platform/startPlatform.ts';
import { formOf } from '../support/platform/webClient.ts';
import { accessToken } from './support/tool.ts';
import { openTrial, type Trial } from './support/trial.ts';

const activity = 'modul-1-forberedelse';

describe('the sandbox: launch', () => {
  let trial: Trial;
  before(async () => {
    trial = await openTrial();
  });
  after(() => trial.close());
  const launch = (options: Partial<Parameters<Trial['platform']['launch']>[0]> = {}) =>
    trial.platform.launch({ person: people.mette, activity, ...options });

  it('ends in the tool with a token that its key set verifies and that lives 60 seconds', async () => {
    const { launched, idToken, state } = await launch();
    expect(launched.status).to.equal(200);
    expect(state).not.to.equal('');
    const keys = createRemoteJWKSet(new URL(`${trial.platform.issuer}/keys`));
    const { payload, protectedHeader } = await jwtVerify(idToken, keys, { issuer: trial.platform.issuer });
    expect(protectedHeader.alg).to.equal('RS256');
    expect(payload.exp! - payload.iat!).to.equal(60);
    expect(payload.aud).to.equal(trial.tool.known().clientId);
  });

  it('starts the login with what Moodle sends', async () => {
    const { loginForm } = await beginLogin(trial.platform, { person: people.mette, activity });
    expect(loginForm.method).to.equal('post');
    expect(loginForm.fields).to.include({
      iss: trial.platform.issuer,
      login_hint: people.mette,
      target_link_uri: `${trial.tool.url}/lti/launch`,
      client_id: trial.tool.known().clientId,
      lti_deployment_id: '1',
    });
    expect(JSON.parse(loginForm.fields['lti_message_hint'] ?? '')).to.have.keys('cmid', 'launchid');
  });

  it('says who, where, what, in which language, and which services there are', async () => {
    const { claims } = await launch({ language: 'en', window: true });
    expect(claims).to.include({ sub: people.mette, name: 'Mette Holm', given_name: 'Mette', family_name: 'Holm' });
    expect(claims[claim.roles]).to.deep.equal([role.learner]);
    expect(claims[claim.deployment]).to.equal('1');
    expect(claims[claim.context]).to.include({ id: '2', title: 'Prøverum' });
    expect(claims[claim.resourceLink]).to.include({ id: '17', title: 'Forberedelse til uge 1' });
    expect(claims[claim.custom]).to.include({ activity });
    expect(claims[claim.presentation]).to.include({ locale: 'en', document_target: 'window' });
    const grades = claims[claim.grades] as Record<string, unknown>;
    expect(grades['scope']).to.have.members([...gradeScopes]);
    expect(grades['lineitem']).to.match(/\/services\/2\/lineitems\/9\/lineitem\?type_id=1$/);
    expect(claims[claim.names]).to.have.property('context_memberships_url');
  });

  it('withholds the name of the person without one', async () => {
    const { claims } = await launch({ person: people.unnamed });
    expect(claims).to.include({ sub: people.unnamed });
    expect(claims).not.to.have.any.keys('name', 'given_name', 'family_name', 'email');
    expect(claims[claim.ext]).not.to.have.property('user_username');
  });

  it('sends the roles of an instructor and of an administrator', async () => {
    const { claims } = await launch({ person: people.instructor });
    expect(claims[claim.roles]).to.deep.equal([role.instructor]);
    const administrator = await launch({ person: people.administrator });
    expect(administrator.claims[claim.roles]).to.deep.equal([
      role.administrator,
      role.institutionAdministrator,
      role.systemAdministrator,
    ]);
  });

  it('sends no activity for the link without one', async () => {
    const { claims } = await launch({ activity: 'Min uge' });
    expect(claims[claim.custom]).not.to.have.property('activity');
    expect(claims[claim.grades]).not.to.have.property('lineitem');
  });

  it('makes custom parameters as Moodle does', async () => {
    await trial.platform.course.addActivity({
      title: 'Parameters',
      custom: {
        link: '$ResourceLink.id',
        history: '$ResourceLink.id.history',
        zone: '$Person.address.timezone',
        'Mixed-Case': 'one\ntwo',
      },
    });
    const { claims } = await launch({ activity: 'Parameters' });
    expect(claims[claim.custom]).to.include({
      link: (claims[claim.resourceLink] as { id: string }).id,
      history: '$ResourceLink.id.history',
      zone: '99',
      'Mixed-Case': 'one',
      mixed_case: 'one',
    });
  });

  it('leaves the line item out where there are two', async () => {
    const added = await trial.platform.course.addActivity({
      title: 'Two columns',
      graded: { resourceId: 'a', tag: 'prep' },
    });
    const { claims } = await launch({ activity: 'Two columns' });
    expect(claims[claim.grades]).to.have.property('lineitem');
    await fetch(`${trial.platform.issuer}/services/2/lineitems?type_id=1`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await accessToken(trial.tool)}`,
        'content-type': 'application/vnd.ims.lis.v2.lineitem+json',
      },
      body: JSON.stringify({ label: 'Second', scoreMaximum: 10, resourceLinkId: added.id }),
    });
    expect((await launch({ activity: 'Two columns' })).claims[claim.grades]).not.to.have.property('lineitem');
  });

  it('takes the authorization request as a POST too', async () => {
    const { client, login } = await beginLogin(trial.platform, { person: people.mette, activity });
    const address = new URL(login.headers.get('location')!);
    const answer = await client.post(address.origin + address.pathname, Object.fromEntries(address.searchParams));
    expect(formOf(answer).fields).to.have.property('id_token');
  });

  it('signs with a new key after a rotation and still serves the old one', async () => {
    const before = decodeProtectedHeader((await launch()).idToken).kid;
    const kid = await trial.platform.rotateKey();
    const after = await launch();
    expect(decodeProtectedHeader(after.idToken).kid).to.equal(kid);
    expect(after.launched.status).to.equal(200);
    const served = (await (await fetch(`${trial.platform.issuer}/keys`)).json()) as {
      keys: { kid: string; d?: string }[];
    };
    expect(served.keys.map((key) => key.kid)).to.include.members([before, kid]);
    expect(served.keys.every((key) => key.d === undefined)).to.equal(true);
  });
});
