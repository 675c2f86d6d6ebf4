import express, { type Request, type Response } from 'express';
import { maskToken } from '../../src/http/formToken.ts';
import { texts } from '../../src/text/texts.ts';
import { calmQuestions, galleryModel } from './gallery.ts';
import { startLookServer } from './server.ts';

/** What a press leads to: a page that has our scripts too. */
const NEXT = '<title>Next</title><p>Next page</p><script type="module" src="/assets/js/keptInTab.js"></script>';
/** Two people's form secrets. */
const [ONE, OTHER] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];

/** A server that keeps what a form posts and answers as the test wants: the tool's side of autosave.js. */
export interface SavingServer {
  address: string;
  /** Every form that came, oldest first. */
  posts: Record<string, string>[];
  /** The most forms that were being answered at the same time. */
  mostAtOnce: number;
  answer: 'saved' | { status: number; body: object };
  /** Lets forms wait for their answer until `release`. */
  hold: () => void;
  release: () => void;
  /** Resolves when this many forms have come. */
  postNumber: (count: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function startSavingServer(): Promise<SavingServer> {
  const gate = createGate();
  const arrivals: { count: number; done: () => void }[] = [];
  let atOnce = 0;

  const { address, close } = await startLookServer((app) => {
    app.get('/step', (req, res) => {
      const csrf = maskToken((req.query['other'] === undefined ? ONE : OTHER).toString('base64url'));
      res.render('gallery/step', { ...galleryModel('da'), csrf, errors: undefined, questions: calmQuestions() });
    });
    app.get('/signed-out', (_, res) => {
      res.render('signOut/out', { language: 'da', text: texts.da, title: 'Ude', isByLink: false });
    });
    app.get('/elsewhere', (_, res) => res.send('<title>Elsewhere</title>'));
    app.post('/save', express.urlencoded({ extended: false }), (req, res, next) => {
      server.posts.push(req.body as Record<string, string>);
      server.mostAtOnce = Math.max(server.mostAtOnce, (atOnce += 1));
      for (const { done } of arrivals.filter(({ count }) => count <= server.posts.length)) done();
      gate.opened().then(() => {
        atOnce -= 1;
        reply(server, req, res);
      }, next);
    });
  });
  const server: SavingServer = {
    address,
    close,
    posts: [],
    mostAtOnce: 0,
    answer: 'saved',
    hold: gate.close,
    release: gate.open,
    postNumber: (count) =>
      new Promise((done) => {
        if (server.posts.length >= count) done();
        else arrivals.push({ count, done });
      }),
  };
  return server;
}

function reply({ answer, posts }: SavingServer, req: Request, res: Response) {
  if (req.accepts(['html', 'json']) === 'html') res.send(NEXT);
  else if (answer !== 'saved') res.status(answer.status).json(answer.body);
  else res.json({ savedAt: '10.42', fields: { base: String(posts.length + 1) } });
}

function createGate() {
  let opened = Promise.resolve();
  let open = () => {};
  return {
    opened: () => opened,
    open: () => open(),
    close: () => {
      opened = new Promise((done) => {
        open = done;
      });
    },
  };
}
