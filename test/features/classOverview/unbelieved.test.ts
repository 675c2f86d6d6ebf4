import { load } from 'cheerio';
import { expect } from 'chai';
import type { BrokenAnswer } from '../../../src/sandbox/misbehaviour.ts';
import { startAppAndPlatform } from '../../support/app.ts';
import { people } from '../../support/platform/startPlatform.ts';

const ACTIVITY = 'modul-1-forberedelse';
function listing(members: object[], headers: Record<string, string> = {}): BrokenAnswer {
  return {
    kind: 'status',
    status: 200,
    headers: { 'content-type': 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json', ...headers },
    body: JSON.stringify({ members }),
  };
}

/** Of Mette, who has looked in and written nothing, a class list that cannot be right says that she has left. */
describe('a class list that cannot be right', function () {
  this.timeout(60_000);
  const teacher = { user_id: people.instructor, roles: ['Instructor'] };
  const another = { user_id: 'another', name: 'Nye Navn', roles: ['Learner'] };

  for (const [what, fault] of [
    ['without anyone', listing([])],
    ['of teachers alone', listing([teacher])],
    ['without someone who has just come', listing([teacher, another])],
    ['that goes on elsewhere', listing([teacher, another], { link: '<https://other.example/2>; rel="next"' })],
  ] as const)
    it(`leaves out nobody: one ${what}`, async () => {
      const both = await startAppAndPlatform();
      const { app, platform } = both;
      try {
        platform.misbehave.always.members = fault;
        const mette = await platform.launch({ person: people.mette, activity: ACTIVITY });
        const room = new URL(mette.page.url).pathname.split('/')[2] ?? '';
        const { client } = await platform.launch({ person: people.instructor, activity: ACTIVITY });
        const $ = load((await client.get(`${app.url}/rum/${room}/hold`)).html);
        expect($('#class tbody th').text()).to.include('Mette Holm').and.not.include('Nye Navn');
        expect($('main').text()).to.include('gav os ikke deltagerlisten');
      } finally {
        await both.close();
      }
    });
});
