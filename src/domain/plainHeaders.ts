/** What no page of ours uses, its own frames included. Only features that every browser we meet knows: others would be complained of. */
const unused = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** Headers that each answer has, whoever makes it: our pages, the LTI paths, health and figures. */
export function plainHeaders(production: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
    // For our own host alone: what else lies below it is another's to decide. Two years.
    ...(production && { 'Strict-Transport-Security': 'max-age=63072000' }),
  };
}
