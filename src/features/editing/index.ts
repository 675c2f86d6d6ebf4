export { createEditing, type Editing } from './editing.ts';
export { editorRoutes } from './routes.ts';
export { courseOfRoom } from './courseOfRoom.ts';
