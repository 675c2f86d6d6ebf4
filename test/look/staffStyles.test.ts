import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { testApp } from '../support/testApp.ts';
import { templates, wholeText } from './templates.ts';

const root = join(import.meta.dirname, '..', '..');

/** The frame of a shared screen, and what is shown in it. */
const SCREEN = ['instructor/screen', 'instructor/present'];

describe('the styles of what only staff see', () => {
  let staffOnly: string[];
  before(() => {
    execFileSync(process.execPath, [join(root, 'tools', 'styles.mjs')]);
    const everyone = classesOf('style');
    staffOnly = classesOf('staff').filter((name) => !everyone.includes(name));
  });

  it('are asked for by the templates that use them, and by no other', () => {
    expect(staffOnly).to.have.length.above(40);
    const pages = [...templates.keys()].filter((name) => !/^(partials|sandbox)\/|^layout$/.test(name));
    const using = pages.filter((name) => classesIn(wholeText(name)).some((one) => staffOnly.includes(one)));
    const asking = pages.filter((name) => templates.get(name)?.includes('{{staffStyles}}'));
    const shown = SCREEN.filter((name) => using.includes(name));
    expect([...asking, ...shown].sort()).to.deep.equal(using.sort());
    expect(templates.get('instructor/screen')).to.include("asset 'build/staff.css'");
  });

  it('are in no page of a participant, and in the head of an instructor’s', async () => {
    const app = await testApp({ at: '2026-11-23T10:00:00Z' });
    try {
      const participant = await app.arrive();
      const instructor = await app.arrive({ person: { subject: '9', name: 'Ulla Brandt' }, role: 'instructor' });
      const page = async (path: string, { cookie, home }: { cookie: string; home: string }) =>
        (await fetch(app.origin + home + path, { headers: { cookie } })).text();
      for (const path of ['/', '/handleplaner', '/humoerdagbog', '/tag-med', '/aktivitet/modul-1-forberedelse/trin/2'])
        expect(await page(path, participant), path)
          .to.include('<main')
          .and.not.include('staff.css');
      expect(await page('/hold', instructor)).to.match(/build\/staff\.css[^>]*>[\s\S]*<\/head>/);
    } finally {
      await app.close();
    }
  });
});

function classesOf(sheet: string): string[] {
  const css = readFileSync(join(root, 'public', 'build', `${sheet}.css`), 'utf8');
  return [...new Set([...css.matchAll(/\.([a-z][\w-]*)/gi)].map(([, name = '']) => name))];
}

/** The classes that a template writes whole; what an expression adds is left out. */
function classesIn(template: string): string[] {
  return [...template.matchAll(/class="([^"]*(?:"[^"<>]*"[^"<>]*)*)"/g)]
    .flatMap(([, names = '']) => names.replace(/\{\{.*?\}\}/g, ' ').split(/\s+/))
    .filter(Boolean);
}
