export { ownLinkEntry } from './entryRoutes.ts';
export { offerAfter, ownLinkRoutes, type OwnLinkDeps } from './routes.ts';
export { createOwnLinks, type OwnLinks } from './store.ts';
