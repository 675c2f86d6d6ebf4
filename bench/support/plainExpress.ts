// Express with nothing but compression, and one page that it holds in memory: the file that it is started with.
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import compression from 'compression';
import express from 'express';

const html = readFileSync(process.argv[2] ?? '', 'utf8');
const server = express()
  .use(compression())
  .use((_request, response) => void response.send(html))
  .listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
