export { createEditing, type Editing } from './editing.ts';
export { courseOfRoom } from './courseOfRoom.ts';
