/**
 * Replaces links to tools in the course's texts (`vaerktoej:soevn`) by the tool's address in this room. A text is
 * checked and rendered once, at the start, and shown in every room; only the page knows the room. What people write
 * cannot contain such a link, because their quotes are escaped.
 *
 * @param html a whole page
 * @param home the room's front page, for example `/rum/abc/`
 */
export function withToolLinks(html: string, home: string): string {
  return html.replaceAll(/href="vaerktoej:([a-z0-9-]+)"/g, `href="${home}vaerktoejskasse/$1"`);
}
