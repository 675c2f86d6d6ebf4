import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router } from 'express';

/**
 * `/lti-config/canvas.json`: the configuration address that a Canvas administrator enters, with this tool's own address
 * filled in. It contains nothing that the registration with any platform does not tell.
 */
export function canvasConfiguration({ root, toolUrl }: { root: string; toolUrl: string }): Router {
  const filled = readFileSync(join(root, 'lti-config', 'canvas-developer-key.json'), 'utf8')
    .replaceAll('{TOOL_URL}', toolUrl)
    .replaceAll('{TOOL_HOST}', new URL(toolUrl).host);
  return Router().get('/lti-config/canvas.json', (_req, res) => {
    res.set('Cache-Control', 'public, max-age=300').type('json').send(filled);
  });
}
