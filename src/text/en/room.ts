import type { room as danish } from '../da/room.ts';

export const room: typeof danish = {};
