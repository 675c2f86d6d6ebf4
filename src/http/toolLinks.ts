/**
 * Gives links to tools in the course's texts (`vaerktoej:soevn`) the address of the tool in this room. A text is checked
 * and rendered once, at the start, and shown in every room; only the page knows in which. Nothing that people write can
 * hold such a link: their quotes are escaped.
 *
 * @param html a whole page
 * @param home the room's front page, for example `/rum/abc/`
 */
export function withToolLinks(html: string, home: string): string {
  return html.replaceAll(/href="vaerktoej:([a-z0-9-]+)"/g, `href="${home}vaerktoejskasse/$1"`);
}
