const ELEMENTS = new Set(
  'svg g path circle ellipse rect line polyline polygon defs title desc linearGradient radialGradient stop clipPath mask pattern use symbol text tspan style'.split(
    ' ',
  ),
);

/**
 * Whether a drawing is only drawn: no scripts, nothing from elsewhere, no other kind of document within. Drawings are
 * also served with a policy that lets nothing run (`http/static.ts`); this keeps such files out of the course at all.
 */
export function isSafeDrawing(source: string): boolean {
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[|<\?(?!xml\s)/i.test(source)) return false;
  const plain = source.replace(/<!--[\s\S]*?-->/g, '').replace(/^\s*<\?xml[^>]*\?>/, '');
  const tags = [...plain.matchAll(/<\/?([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g)];
  // Whatever is not a tag of the form above would be read by a browser as it likes.
  if (plain.replace(/<\/?([A-Za-z][\w:.-]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g, '').includes('<')) return false;
  return (
    tags.length > 0 &&
    tags.every(([, name = '', attributes = '']) => ELEMENTS.has(name) && areSafe(attributes)) &&
    areSafeRules(plain)
  );
}

function areSafe(attributes: string): boolean {
  const found = [...attributes.matchAll(/([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*')/g)];
  const rest = attributes.replace(/([^\s=/"']+)\s*=\s*("[^"]*"|'[^']*')/g, '').replaceAll('/', '');
  if (rest.trim() !== '') return false;
  return found.every(([, name = '', quoted = '']) => {
    const value = quoted.slice(1, -1).trim();
    if (/^on/i.test(name)) return false;
    return !/(?:^|:)(?:href|src)$/i.test(name) || value.startsWith('#');
  });
}

/** No style reaches outside the drawing: `url(#…)` alone. */
function areSafeRules(source: string): boolean {
  if (/@import|expression\(|javascript:|\\/i.test(source)) return false;
  return [...source.matchAll(/url\(\s*['"]?([^)'"]*)/gi)].every(([, target = '']) => target.startsWith('#'));
}
