import { expect } from 'chai';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import type { SelectionAnswer, SelectionForm, SelectionOwner } from '../../../src/lti/deepLinking/selection.ts';
import { claims, enter, type Payload } from './launching.ts';
import type { Lms } from './lms.ts';
import type { Tool } from './tool.ts';

export const dl = 'https://purl.imsglobal.org/spec/lti-dl/claim/';
const settingsClaim = `${dl}deep_linking_settings`;
export const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership';

function settingsOf(lms: Lms): Payload {
  return {
    deep_link_return_url: `${lms.url}/return?sesskey=abc&id=1`,
    accept_types: ['link', 'ltiResourceLink'],
    accept_presentation_document_targets: ['iframe'],
    accept_multiple: true,
    data: 'csrf:4f&<b>"',
  };
}

function withoutUndefined(payload: Payload): Payload {
  return Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
}

/** Content selections by an instructor. Each request is right, but for what is changed; `undefined` leaves out. */
export function choosingAt(lms: Lms, tool: Tool) {
  const ask = (settings: Payload = {}, changed: Payload = {}): Promise<Response> =>
    enter(lms, tool, {
      payload: (payload) =>
        withoutUndefined({
          ...payload,
          [claims.messageType]: 'LtiDeepLinkingRequest',
          [claims.resourceLink]: undefined,
          [claims.roles]: [`${membership}#Instructor`],
          [settingsClaim]: withoutUndefined({ ...settingsOf(lms), ...settings }),
          ...changed,
        }),
    });

  const begin = async (settings: Payload = {}, changed: Payload = {}) => {
    expect((await ask(settings, changed)).status).to.equal(303);
    const { selection, platform, deployment, context, person } = tool.launches.at(-1)!;
    const owner: SelectionOwner = { platform, deployment, context: context.id, subject: person.subject };
    return { id: selection!, owner };
  };

  const answer = async (settings: Payload, given: SelectionAnswer): Promise<SelectionForm | undefined> => {
    const { id, owner } = await begin(settings);
    return tool.lti.selections.answer(id, owner, given);
  };

  /** What a strict platform reads. */
  const verified = async (form: SelectionForm | undefined) => {
    expect(form?.fields.map(({ name }) => name)).to.deep.equal(['JWT']);
    const keys = createLocalJWKSet((await (await fetch(`${tool.url}/lti/keys`)).json()) as JSONWebKeySet);
    const { payload } = await jwtVerify(form?.fields[0]?.value ?? '', keys, {
      algorithms: ['RS256'],
      issuer: lms.facts.clientId,
      audience: lms.url,
      requiredClaims: ['nonce', 'iat', 'exp'],
    });
    return payload;
  };

  return { ask, begin, answer, verified };
}

export type Choosing = ReturnType<typeof choosingAt>;
