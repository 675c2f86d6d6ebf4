export { privacyRoutes } from './routes.ts';
export { noticeFor } from './notice.ts';
export { publicPrivacyPages } from './publicPages.ts';
export { readable } from './readable.ts';
