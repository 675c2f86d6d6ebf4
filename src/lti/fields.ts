/** A text field of an object parsed from a request; empty if it is missing or not text. */
export function fieldOf(source: unknown, name: string): string {
  if (source === null || typeof source !== 'object' || !Object.hasOwn(source, name)) return '';
  const value: unknown = Reflect.get(source, name);
  return typeof value === 'string' ? value : '';
}
