export { privacyRoutes } from './routes.ts';
export { noticeFor } from './notice.ts';
export { publicPrivacyPages } from './publicPages.ts';
export { COPY_PLACE } from './copyPlace.ts';
export { readable } from './readable.ts';
