import { expect } from 'chai';
import { claim } from '../../../src/sandbox/vocabulary.ts';
import { attempt, expectRefused, having, letsIn, within, without, world, type Wrong } from '../support/attempt.ts';

function long(length: number): string {
  return 'x'.repeat(length);
}
const object = { $gt: '' };

/** What identity and safety need, and cannot be understood: `claims` for each. */
const wrong: [name: string, claims: NonNullable<Wrong['claims']>][] = [
  ['no roles', without(claim.roles)],
  ['roles null', having({ [claim.roles]: null })],
  ['roles as text', having({ [claim.roles]: 'Instructor' })],
  ['roles as an object', having({ [claim.roles]: { 0: 'Instructor', length: 1 } })],
  ['a context that is text', having({ [claim.context]: '2' })],
  ['a context that is a list', having({ [claim.context]: [{ id: '2' }] })],
  ['a context without an id', having({ [claim.context]: { title: 'x' } })],
  ['an empty context id', within(claim.context, { id: '' })],
  ['a context id with a character that ends text', within(claim.context, { id: 'a\0b' })],
  ['a context id that is no whole number', within(claim.context, { id: 2.5 })],
  ['a context id beyond what a number can tell apart', within(claim.context, { id: 2 ** 53 })],
  ['a context id that is an object', within(claim.context, { id: object })],
  ['a context id of 256 characters', within(claim.context, { id: long(256) })],
];

/** What cannot be used is left out, and costs nobody their way in; see field reports of PHP platforms and others. */
const leftOut: [name: string, claims: NonNullable<Wrong['claims']>][] = [
  ['a role that is an object', having({ [claim.roles]: [object, 'Learner'] })],
  ['a role of 600 characters', having({ [claim.roles]: [long(600)] })],
  ['201 roles', having({ [claim.roles]: Array.from({ length: 201 }, () => 'Learner') })],
  ...[claim.context, claim.custom, claim.presentation, claim.grades, claim.names].map(
    (name): (typeof wrong)[number] => [
      `an empty list for ${name.slice(name.lastIndexOf('/') + 1)}`,
      having({ [name]: [] }),
    ],
  ),
  ['a name that is an object', having({ name: object })],
  ['a name that is a list', having({ name: ['Kim'] })],
  ['a name that is a number', having({ name: 5 })],
  ['a given name that is a number', having({ given_name: 7 })],
  ['a family name that is true', having({ family_name: true })],
  ['a locale that is an object', having({ locale: object })],
  ['a locale of 200 characters', having({ locale: long(200) })],
  ['a context title that is a list', within(claim.context, { title: ['x'] })],
  ['a context title of 50 000 characters', within(claim.context, { title: long(50_000) })],
  ['a context label that is an object', within(claim.context, { label: object })],
  ['custom parameters as text', having({ [claim.custom]: 'activity=x' })],
  ['custom parameters in a list', having({ [claim.custom]: ['x'] })],
  ['a custom value that is an object', within(claim.custom, { activity: object })],
  ['a list among the custom values', within(claim.custom, { ids: [1, 2] })],
  ['a map among the custom values', within(claim.custom, { o: { a: 1 } })],
  ['a custom value of 10 001 characters', within(claim.custom, { other: long(10_001) })],
  ['a presentation that is text', having({ [claim.presentation]: 'iframe' })],
  ['a return address that is an object', within(claim.presentation, { return_url: object })],
  ['a return address of 5 000 characters', within(claim.presentation, { return_url: `https://x/${long(5000)}` })],
  ['a presentation locale that is a number', within(claim.presentation, { locale: 7 })],
  ['a document target that is an object', within(claim.presentation, { document_target: object })],
  ['a grade service that is text', having({ [claim.grades]: 'https://lms.example' })],
  ['a line item that is an object', within(claim.grades, { lineitem: object })],
  ['a line item list that is a number', within(claim.grades, { lineitems: 7 })],
  ['scopes as text', within(claim.grades, { scope: 'score line' })],
  ['a scope that is an object', within(claim.grades, { scope: [object] })],
  ['a roster address that is an object', within(claim.names, { context_memberships_url: object })],
];

/** What may be absent or odd, and costs nobody their way in. */
const harmless: [name: string, claims: NonNullable<Wrong['claims']>][] = [
  ...leftOut,
  ['no names', without('name', 'given_name', 'family_name')],
  ['no context', without(claim.context)],
  ['no services', without(claim.grades, claim.names)],
  ['no custom parameters', without(claim.custom)],
  ['no presentation', without(claim.presentation)],
  ['no roles in the list', having({ [claim.roles]: [] })],
  ['nulls where something may be absent', having({ name: null, [claim.custom]: null, [claim.presentation]: null })],
  ['numbers and booleans among the custom values', within(claim.custom, { a: 1, b: true, c: null })],
  ['a return address that is a script', within(claim.presentation, { return_url: 'javascript:alert(1)' })],
  ['a context id that is a whole number', within(claim.context, { id: 2 })],
  ['a link id that is a whole number', within(claim.resourceLink, { id: 9 })],
  ['a person id that is a whole number', having({ sub: 5 })],
  ['a deployment that is a whole number', having({ [claim.deployment]: 1 })],
  ['a link title that is an object', within(claim.resourceLink, { title: object })],
  ['a claim we do not know', having({ 'https://lms.example/claim/new': { any: ['thing'] } })],
  ['an e-mail that is an object', having({ email: object })],
];

describe('the shape of claims', () => {
  const current = world();
  for (const [name, claims] of wrong) {
    it(`${name} is refused: claims`, async () => expectRefused(await attempt(current(), { claims }), 'claims'));
  }
  for (const [name, claims] of harmless) {
    it(`${name}: one is let in`, async () => expect(letsIn(await attempt(current(), { claims }))).to.equal(true));
  }
});
