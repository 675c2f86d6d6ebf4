export { toolPreview } from './preview.ts';
export { TOOLBOX, toolboxRoutes } from './routes.ts';
