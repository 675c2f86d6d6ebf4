export { extraOffers } from './offers.ts';
export { extraPreview } from './preview.ts';
export { extraRoutes } from './routes.ts';
