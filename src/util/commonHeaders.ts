/**
 * Browser features that no page of ours uses. Only those that every browser knows: an unknown name logs a warning
 * there.
 */
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

/** Headers of every response: pages, LTI paths, health and metrics. */
export function commonHeaders(production: boolean): Record<string, string> {
  return {
    'X-Content-Type-Options': 'nosniff',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Permissions-Policy': unused.map((feature) => `${feature}=()`).join(', '),
    // For our own host, not for hosts below it, which may be someone else's. Two years.
    ...(production && { 'Strict-Transport-Security': 'max-age=63072000' }),
  };
}
