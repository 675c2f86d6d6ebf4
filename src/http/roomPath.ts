/** Address of a page in a room. @param page path below the room, beginning with a slash; default: the front page */
export function roomPath(room: string, page = '/'): string {
  return `/rum/${room}${page}`;
}
