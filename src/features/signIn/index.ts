export { openSignIns, type SignIns } from './signIn.ts';
