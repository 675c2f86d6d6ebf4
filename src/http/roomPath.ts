/** Address of a page of a room. @param page below the room, from its slash on; the front page where not given */
export function roomPath(room: string, page = '/'): string {
  return `/rum/${room}${page}`;
}
