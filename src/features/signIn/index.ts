export { EDITORS_LIFETIME, openSignIns, type SignIns } from './signIn.ts';
export { addPasskeySignIn, passkeyRoutes } from './passkeys/routes.ts';
