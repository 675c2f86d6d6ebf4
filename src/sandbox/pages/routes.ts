import { join } from 'node:path';
import express, { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { root } from '../../root.ts';
import type { Core } from '../core.ts';
import { authorizationEndpoint } from '../launch/authorization.ts';
import { selectionEndpoint } from '../launch/selection.ts';
import { startActivity, startSelection } from '../launch/start.ts';
import { activityPage, coursePage, deleteActivity, returnPage, selectPage } from './course.ts';
import { gradebookPage } from './gradebook.ts';
import { ownForms } from './guard.ts';
import { sandboxHeaders } from './headers.ts';
import { keepLanguage } from './language.ts';
import { choosePerson, peoplePage } from './people.ts';
import { showError } from './show.ts';
import { registeringPage, rotateKey, technicalPage } from './technical.ts';

const assets = join(root, 'public', 'sandbox');

/**
 * Redirects a page requested at another host to the issuer's host. Tool and sandbox share a process; as one site, a
 * browser would not treat the tool's frame as foreign, and the test would prove nothing.
 */
function ownHost(core: Core): RequestHandler {
  return (req, res, next) => {
    const own = new URL(core.addresses.issuer).host;
    if (req.method !== 'GET' || req.headers.host === own) {
      next();
      return;
    }
    res.redirect(307, core.addresses.origin + req.originalUrl);
  };
}

function brokenPage(core: Core): ErrorRequestHandler {
  // oxlint-disable-next-line max-params -- Express knows an error handler by its four parameters.
  return (error: unknown, req, res, next) => {
    core.log('sandbox page failed', { cause: error instanceof Error ? error.message : 'unknown' });
    if (res.headersSent) {
      next(error);
      return;
    }
    return showError(core, { req, res, status: 500, problem: 'invalidRequest' });
  };
}

/** The pages that people see, and the browser's part of a launch. */
export function pageRoutes(core: Core): Router {
  const router = Router();
  router.use(ownHost(core), sandboxHeaders(core), keepLanguage(core));
  router.use('/assets', express.static(assets, { index: false, maxAge: '1h' }));
  router.use(express.urlencoded({ extended: false, limit: '1mb' }));
  router.get('/', peoplePage(core));
  router.post('/person', ownForms(core), choosePerson(core));
  router.get('/kursus', coursePage(core));
  router.get('/kursus/aktivitet/:id', activityPage(core));
  router.post('/kursus/aktivitet/:id/slet', ownForms(core), deleteActivity(core));
  router.get('/karakterbog', gradebookPage(core));
  router.get('/vaelg', selectPage(core));
  router.get('/vaelg/start', startSelection(core));
  router.post('/valgt', selectionEndpoint(core));
  router.get('/start/:id', startActivity(core));
  router.get('/auth', authorizationEndpoint(core));
  router.post('/auth', authorizationEndpoint(core));
  router.get('/retur', returnPage(core));
  router.get('/teknik', technicalPage(core));
  router.get('/teknik/tilmeld', registeringPage(core));
  router.post('/teknik/noegle', ownForms(core), rotateKey(core));
  router.use((req, res) => showError(core, { req, res, status: 404, problem: 'notFound' }));
  router.use(brokenPage(core));
  return router;
}
