export { EDITORS_LIFETIME, openSignIns, type SignIns } from './signIn.ts';
