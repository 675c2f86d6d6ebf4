const ELEMENTS = new Set(
  'svg g path circle ellipse rect line polyline polygon defs title desc linearGradient radialGradient stop clipPath mask pattern use symbol text tspan style'.split(
    ' ',
  ),
);

/**
 * A tag and an attribute. Each name is read in one way only, to where it ends: otherwise a name of a megabyte takes
 * hours, in which nobody is answered.
 */
const TAG = /<\/?([A-Za-z][\w:.-]*)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g;
const ATTRIBUTE = /(?<![^\s=/"'])([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*')/g;

/**
 * Whether an SVG is only a drawing: no scripts, no external resources, no other document inside. Drawings are also
 * served with a policy that lets nothing run (`http/static.ts`); this check keeps such files out of the course
 * altogether.
 */
export function isSafeDrawing(source: string): boolean {
  // Every comment that begins also ends, or the search for an end would run through the rest of the file for each.
  if (source.lastIndexOf('<!--') > source.lastIndexOf('-->')) return false;
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[|<\?(?!xml\s)/i.test(source)) return false;
  const plain = source.replace(/<!--[\s\S]*?-->/g, '').replace(/^\s*<\?xml[^>]*\?>/, '');
  const tags = [...plain.matchAll(TAG)];
  // Browsers interpret anything that is not such a tag in their own way, so it is refused.
  if (plain.replace(TAG, '').includes('<')) return false;
  return (
    tags.length > 0 &&
    tags.every(([, name = '', attributes = '']) => ELEMENTS.has(name) && areSafe(attributes)) &&
    areSafeRules(plain)
  );
}

function areSafe(attributes: string): boolean {
  const found = [...attributes.matchAll(ATTRIBUTE)];
  const rest = attributes.replace(ATTRIBUTE, '').replaceAll('/', '');
  if (rest.trim() !== '') return false;
  return found.every(([, name = '', quoted = '']) => {
    const value = quoted.slice(1, -1).trim();
    if (/^on/i.test(name)) return false;
    return !/(?:^|:)(?:href|src)$/i.test(name) || value.startsWith('#');
  });
}

/** Styles may refer only to parts of the drawing itself: `url(#…)`. */
function areSafeRules(source: string): boolean {
  if (/@import|expression\(|javascript:|\\/i.test(source)) return false;
  return [...source.matchAll(/url\(\s*['"]?([^)'"]*)/gi)].every(([, target = '']) => target.startsWith('#'));
}
